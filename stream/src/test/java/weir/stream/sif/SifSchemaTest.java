package weir.stream.sif;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What makes a schema, and what none.
class SifSchemaTest {

    private static final String OPEN = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:a\" "
            + "xmlns:a=\"urn:a\" elementFormDefault=\"qualified\">";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void importsWhatLiesBesideIt() throws IOException {
        Files.writeString(folder.resolve("b.xsd"), OPEN + "<xs:simpleType name=\"T\"><xs:restriction base=\"xs:token\"/>"
                + "</xs:simpleType></xs:schema>");

        assertThat(load("<xs:include schemaLocation=\"b.xsd\"/><xs:element name=\"A\" type=\"a:T\"/>").namespace()).isEqualTo("urn:a");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../b.xsd", "/etc/hostname", "http://localhost:1/b.xsd", "file:///etc/hostname", "jar:file:/x!/b.xsd", "sub/b.xsd", "missing.xsd"
    })
    void readsNothingElse(String location) throws IOException {
        Files.writeString(folder.resolve("b.xsd"), OPEN + "</xs:schema>");
        folder = Files.createDirectory(folder.resolve("inside"));

        assertThatThrownBy(() -> load("<xs:include schemaLocation=\"" + location + "\"/>"))
                .isInstanceOf(FaultySchema.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("beside it")
                .hasMessageContaining("stream.schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "<A/>", "<xs:schema", OPEN + "<xs:element name=\"A\" type=\"a:Missing\"/></xs:schema>"})
    void whatIsNoSchemaIsToldWithItsReason(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("x.xsd"), text);

        assertThatThrownBy(() -> SifSchema.load(file)).isInstanceOf(FaultySchema.class).hasMessageContaining("x.xsd cannot be used: ");
    }

    @Test
    void anEntityInASchemaIsNotOpened() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "canary");
        Path file = Files.writeString(folder.resolve("x.xsd"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + OPEN
                + "<xs:element name=\"A\"><xs:annotation><xs:documentation>&e;</xs:documentation></xs:annotation></xs:element></xs:schema>");

        assertThat(SifSchema.load(file).namespace()).isEqualTo("urn:a");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> SifSchema.load(folder.resolve("none.xsd")))
                .isInstanceOf(FaultySchema.class)
                .hasMessageContaining("there is no such file");
    }

    private SifSchema load(String inside) throws IOException {
        return SifSchema.load(Files.writeString(folder.resolve("a.xsd"), OPEN + inside + "</xs:schema>"));
    }
}
