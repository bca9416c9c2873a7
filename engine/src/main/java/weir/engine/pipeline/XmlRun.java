package weir.engine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

import weir.engine.clean.CheckedRecord;
import weir.engine.clean.ElementFinding;
import weir.engine.dataset.Catalogue;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.Period;
import weir.engine.dataset.XmlReturn;
import weir.engine.format.Content;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.XmlReader;
import weir.engine.format.XmlRecord;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.issue.Place;
import weir.engine.issue.report.ReportSink;
import weir.engine.record.Element;
import weir.engine.record.Value;

/// Takes one XML file through recognising, reading and cleaning. One thread parses; records are checked on every core;
/// issues come out in the order of the file. Memory is bounded by the limits, whatever the file.
final class XmlRun {

    private final Recogniser recogniser;
    private final Limits limits;
    private final Workers workers;
    private final ReportSink report;
    private final LongConsumer progress;

    XmlRun(Recogniser recogniser, Limits limits, Workers workers, ReportSink report, LongConsumer progress) {
        this.recogniser = recogniser;
        this.limits = limits;
        this.workers = workers;
        this.report = report;
        this.progress = progress;
    }

    /// @throws FileRefused when the file cannot be read to its end; its tables are then discarded
    void run(Content content, int source, Stated stated, ReturnRun.Targets targets, FileCounts counts)
            throws IOException, FileRefused {
        try (XmlReader reader = XmlReader.open(content, limits)) {
            List<XmlRecord> first = new ArrayList<>();
            Optional<List<Recognised>> found = recognise(reader, content.name(), source, stated, first);
            if (found.isEmpty() || !admits(found.get(), targets)) {
                counts.refuse();
            } else {
                read(reader, first, found.get(), targets, counts);
            }
        }
    }

    /// A file with one table that may not be read is not read.
    private boolean admits(List<Recognised> found, ReturnRun.Targets targets) {
        for (Recognised table : found) {
            if (!targets.admits(table, report)) {
                return false;
            }
        }
        return true;
    }

    /// The tables of the file, its header checked; empty when it could not be told what it is, which is then an issue.
    ///
    /// @param first gets the first records behind the header
    private Optional<List<Recognised>> recognise(
            XmlReader reader, String file, int source, Stated stated, List<XmlRecord> first)
            throws IOException, FileRefused {
        Place place = Place.file(file);
        Catalogue possible = recogniser.candidates(stated);
        XmlRecogniser xml = new XmlRecogniser(possible.filter(id -> possible.outline(id).isXml()).all());
        List<Dataset> candidates = xml.ofRoot(reader.root());
        if (candidates.isEmpty()) {
            report.accept(xml.foreignRoot(place));
            return Optional.empty();
        }
        reader.lookInto(Set.copyOf(XmlRecogniser.containers(candidates)));
        first.addAll(reader.nextBlock());
        Optional<XmlRecord> header = XmlRecogniser.header(candidates, first);
        header.ifPresent(first::remove);
        Place top = place.line(header.map(record -> record.line(0)).orElse(1));
        Optional<Dataset> dataset = XmlRecogniser.dataset(candidates, header, first);
        if (dataset.isEmpty()) {
            report.accept(XmlRecogniser.foreignCollection(candidates, top));
            return Optional.empty();
        }
        return ofDataset(dataset.get(), header, file, source, stated);
    }

    private Optional<List<Recognised>> ofDataset(
            Dataset dataset, Optional<XmlRecord> header, String file, int source, Stated stated) {
        XmlReturn xml = XmlRecogniser.xml(dataset);
        List<ElementFinding> findings = new ArrayList<>();
        Optional<CheckedRecord> said = header.map(record -> XmlRecogniser.reader(xml.header())
                .read(record, Place.file(file).table(xml.header().name().value()), findings));
        Optional<Element> year = said.flatMap(group -> find(group, xml, xml.year()));
        Optional<Period> inHeader = year.flatMap(XmlRun::number).map(Period::ofYear);
        List<Recognised> tables = recogniser.recogniseXml(source, file, dataset, inHeader, stated, report);
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        int counts = tables.getFirst().period().year();
        findings.forEach(this::tell);
        year.filter(element -> number(element).filter(number -> number != counts).isPresent())
                .ifPresent(element -> report.accept(XmlRecogniser.contradiction(at(file, element), counts)));
        said.flatMap(group -> xml.organisation().flatMap(field -> find(group, xml, field)))
                .ifPresent(element -> tellForeign(file, element, stated));
        return Optional.of(tables);
    }

    /// Tells a number in the header that is not the sender's.
    private void tellForeign(String file, Element number, Stated stated) {
        stated.sender()
                .filter(sender -> !sender.number().isEmpty() && !number.value().isBlank())
                .filter(sender -> !sender.number().equals(number.value().text()))
                .ifPresent(sender -> report.accept(XmlRecogniser.foreignOrganisation(at(file, number), sender)));
    }

    private static Place at(String file, Element element) {
        return Place.file(file).line(element.line()).field(element.name(), -1);
    }

    /// The first element of the header that holds a field.
    private static Optional<Element> find(CheckedRecord header, XmlReturn xml, FieldName name) {
        return xml.header().field(name).stream()
                .flatMap(field -> field.element().paths().stream())
                .flatMap(path -> header.find(path).stream())
                .findFirst();
    }

    private static Optional<Integer> number(Element year) {
        return year.value() instanceof Value.Whole(long number) && number > 0 && number < 10_000
                ? Optional.of((int) number)
                : Optional.empty();
    }

    private void read(
            XmlReader reader, List<XmlRecord> first, List<Recognised> found, ReturnRun.Targets targets, FileCounts counts)
            throws IOException, FileRefused {
        Map<String, XmlTable<?>> tables = new LinkedHashMap<>();
        boolean isWhole = false;
        try {
            for (Recognised recognised : found) {
                XmlTable<?> table = new XmlTable<>(recognised, targets.open(recognised));
                tables.put(table.element(), table);
            }
            XmlBlocks blocks = new XmlBlocks(Place.file(found.getFirst().file()), tables, headerOf(found));
            List<List<XmlRecord>> waiting = new ArrayList<>(List.of(first));
            workers.<XmlBlocks.Cleaned>inOrder(
                    () -> next(reader, waiting, blocks, tables),
                    cleaned -> {
                        cleaned.findings().forEach(this::tell);
                        for (XmlTable.Ready ready : cleaned.ready()) {
                            ready.take();
                        }
                    });
            isWhole = true;
        } finally {
            for (XmlTable<?> table : tables.values()) {
                end(table, isWhole, counts);
            }
        }
    }

    private static String headerOf(List<Recognised> found) {
        return XmlRecogniser.shape(XmlRecogniser.xml(found.getFirst().dataset()).header()).element();
    }

    private Optional<Callable<XmlBlocks.Cleaned>> next(
            XmlReader reader, List<List<XmlRecord>> waiting, XmlBlocks blocks, Map<String, XmlTable<?>> tables)
            throws IOException, FileRefused {
        progress.accept(reader.bytesRead());
        for (XmlTable<?> table : tables.values()) {
            if (table.read() > limits.rows()) {
                throw new FileRefused(IssueCode.TOO_MANY_ROWS, 0, limits.rows() + " rows");
            }
        }
        List<XmlRecord> block = waiting.isEmpty() ? reader.nextBlock() : waiting.removeFirst();
        if (block.isEmpty()) {
            block = reader.nextBlock();
        }
        List<XmlRecord> records = block;
        return records.isEmpty() ? Optional.empty() : Optional.of(() -> blocks.clean(records));
    }

    private void end(XmlTable<?> table, boolean isWhole, FileCounts counts) throws IOException {
        counts.add(table.read(), table.kept());
        if (!isWhole) {
            table.discard();
            counts.dropTable(table.recognised());
            return;
        }
        table.keep();
        counts.keepTable(table.recognised());
        if (table.read() == 0) {
            report.accept(Issue.warning(IssueCode.ROWS_MISSING, table.place(), ""));
        }
    }

    private void tell(ElementFinding finding) {
        if (report.showsValues() && !finding.cell().reveal().isEmpty()) {
            report.accept(finding.issue(), finding.cell());
        } else {
            report.accept(finding.issue());
        }
    }
}
