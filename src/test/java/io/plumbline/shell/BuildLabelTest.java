package io.plumbline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.info.BuildProperties;

/** The running build by its name, from whatever it was built. */
class BuildLabelTest {
    @Test
    void hasVersionAndCommit() {
        assertThat(of("abc1234")).isEqualTo("Plumbline 0.1.0 (abc1234)");
    }

    @Test
    void omitsAnUnknownCommit() {
        assertThat(of("unknown")).isEqualTo("Plumbline 0.1.0");
    }

    @Test
    void hasOnlyTheNameWithoutBuildInformation() {
        assertThat(new BuildLabel(Optional.empty()).text()).isEqualTo("Plumbline");
    }

    private static String of(String commit) {
        var build = new Properties();
        build.setProperty("version", "0.1.0");
        build.setProperty("commit", commit);
        return new BuildLabel(Optional.of(new BuildProperties(build))).text();
    }
}
