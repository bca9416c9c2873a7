package weir.platform.unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DataSizeTest {

    @ParameterizedTest
    @CsvSource({"0B,0", "64KB,65536", "8 mb,8388608", "1GB,1073741824"})
    void readsWhatPeopleWrite(String text, long bytes) {
        assertThat(DataSize.parse(text)).contains(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1KB", "1.5GB", "12 boxes", "999999999999TB"})
    void isEmptyForWhatIsNoSize(String text) {
        assertThat(DataSize.parse(text)).isEmpty();
    }

    @Test
    void isWrittenInTheLargestWholeUnit() {
        assertThat(DataSize.ofMegabytes(2048)).hasToString("2GB");
        assertThat(new DataSize(1500)).hasToString("1500B");
        assertThat(new DataSize(0)).hasToString("0B");
    }
}
