package weir.engine.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.Field;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.XmlReturn;

/// A made-up return in XML: the root and the header stand when it is opened, records follow. For one thread.
final class XmlReturnFile implements AutoCloseable {

    private final Path path;
    private final XmlFile xml;
    private List<String> inside = List.of();
    private long rows;

    private XmlReturnFile(Path path, XmlFile xml) {
        this.path = path;
        this.xml = xml;
    }

    /// @param cells make up the header, but for the name of the collection and the year
    static XmlReturnFile open(Path path, Dataset dataset, int year, MadeUpCells cells) throws IOException {
        XmlReturn form = dataset.xml().orElseThrow();
        XmlReturnFile file = new XmlReturnFile(path, XmlFile.open(path));
        try {
            file.xml.begin(form.root());
            new RecordTree(form.header(), form.header().shape().orElseThrow()).write(file.xml, header(form, year, cells));
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    private static List<String> header(XmlReturn form, int year, MadeUpCells cells) {
        List<String> header = new ArrayList<>(cells.row(0));
        List<Field> fields = form.header().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(form.collection())) {
                header.set(i, form.collectionNames().getFirst());
            } else if (fields.get(i).name().equals(form.year())) {
                header.set(i, Integer.toString(year));
            }
        }
        return header;
    }

    /// Opens the elements that hold the records of a table, and ends those of the table before.
    void table(RecordShape shape) throws IOException {
        String[] names = shape.element().split("/", -1);
        List<String> holders = List.of(names).subList(0, names.length - 1);
        if (!holders.equals(inside)) {
            for (int i = 0; i < inside.size(); i++) {
                xml.end();
            }
            for (String holder : holders) {
                xml.begin(holder);
            }
            inside = holders;
        }
    }

    XmlFile xml() {
        return xml;
    }

    void add(long made) {
        rows += made;
    }

    /// What was written. Call it when the file is closed.
    Written written() throws IOException {
        return new Written(1, rows, Files.size(path), 0);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
