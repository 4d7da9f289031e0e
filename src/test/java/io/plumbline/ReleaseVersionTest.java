package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is built, what the changelog describes and what gets security fixes is one version. */
class ReleaseVersionTest {
    @Test
    void theJarTheImageTheChangelogAndTheSecurityPolicyNameOneVersion() throws IOException {
        var built = named("pom.xml", "<artifactId>plumbline</artifactId>\\s*<version>([\\d.]+)</version>");
        assertThat(named("Dockerfile", "image\\.version=\"([\\d.]+)\"")).isEqualTo(built);
        assertThat(named("CHANGELOG.md", "(?m)^## \\[([\\d.]+)] - \\d{4}-\\d\\d-\\d\\d$"))
                .isEqualTo(built);
        assertThat(named("SECURITY.md", "\\*\\*Supported:\\*\\* version ([\\d.]+),"))
                .isEqualTo(built);
    }

    /** The first match: the newest version is at the top of the changelog. */
    private static String named(String file, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        assertThat(found.find()).as(file).isTrue();
        return found.group(1);
    }
}
