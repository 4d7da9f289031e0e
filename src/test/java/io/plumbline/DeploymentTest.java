package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What the container files promise to a clinic that runs on them; no Docker is needed to hold them to it. */
@SuppressWarnings("unchecked")
class DeploymentTest {
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|KEY)");

    private final Map<String, Object> compose = new Yaml().load(read("docker-compose.yml"));

    @ParameterizedTest
    @CsvSource({"portal, 4", "mysql, 3"})
    void everySecretIsRequiredAndHasNoDefault(String service, int number) {
        var secrets = environment(service).entrySet().stream()
                .filter(variable -> SECRET.matcher(variable.getKey()).matches())
                .toList();
        assertThat(secrets).hasSize(number).allSatisfy(secret -> {
            var required = REQUIRED.matcher(secret.getValue());
            assertThat(required.matches()).as(secret.toString()).isTrue();
            assertThat(read(".env.example")).containsPattern("(?m)^" + required.group(1) + "=$");
        });
    }

    @Test
    void thePortalRunsOnMySqlWithTwoDatabaseUsersAndWithoutTheDemo() {
        assertThat(environment("portal"))
                .containsEntry("SPRING_PROFILES_ACTIVE", "mysql")
                .containsEntry("SPRING_DATASOURCE_USERNAME", "plumbline")
                .containsEntry("SPRING_FLYWAY_USER", "plumbline_owner")
                .containsKey("PLUMBLINE_AUDIT_KEY")
                .doesNotContainKey("PLUMBLINE_DEMO");
        assertThat(read("src/main/resources/application-mysql.properties")).contains("plumbline.demo=false");
        assertThat(environment("portal").get("SPRING_DATASOURCE_URL"))
                .startsWith("jdbc:mysql://mysql:3306/plumbline?")
                .contains("connectionTimeZone=UTC", "forceConnectionTimeZoneToSession=true", "sslMode=REQUIRED");
    }

    @Test
    void thePortalsDatabaseUserHasNoPrivilegesBeforeTheMigrationGrantsThem() {
        var granted = read("docs/mysql/create-users.sh")
                .lines()
                .filter(line -> line.startsWith("grant "))
                .toList();
        assertThat(granted)
                .containsExactly(
                        "grant all on plumbline.* to plumbline_owner with grant option;",
                        "grant all on plumbline_restore.* to plumbline_owner;");
    }

    @Test
    void mySqlComparesTextByteForByteAndKeepsItsDataInAVolume() {
        var mysql = service("mysql");
        assertThat((String) mysql.get("image")).startsWith("mysql:9.7");
        assertThat((List<String>) mysql.get("command"))
                .contains(
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_bin",
                        "--log-bin-trust-function-creators=1");
        assertThat((List<String>) mysql.get("volumes")).contains("mysql-data:/var/lib/mysql");
        assertThat((Map<String, Object>) compose.get("volumes")).containsKey("mysql-data");
    }

    @Test
    void theNotedHeadIsStoredOutsideTheDatabase() {
        assertThat((List<String>) service("portal").get("volumes"))
                .containsExactly("portal-head:/var/lib/plumbline", "portal-backups:/var/backups/plumbline");
        assertThat((Map<String, Object>) compose.get("volumes")).containsKeys("portal-head", "portal-backups");
        assertThat(read("Dockerfile")).contains("PLUMBLINE_DATA_DIR=/var/lib/plumbline");
    }

    @Test
    void noPortIsPublishedBeyondThisMachine() {
        var published = Stream.of("portal", "mysql")
                .flatMap(name -> ((List<String>) service(name).get("ports")).stream());
        assertThat(published).hasSize(2).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void thePortalWaitsForAHealthyMySqlAndHasItsOwnHealthCheck() {
        assertThat(service("portal").get("depends_on"))
                .isEqualTo(Map.of("mysql", Map.of("condition", "service_healthy")));
        assertThat(service("mysql")).containsKey("healthcheck");
        assertThat(read("Dockerfile")).contains("HEALTHCHECK").contains("/actuator/health/readiness");
    }

    @Test
    void aPortalThatRunsOutOfMemoryExitsAndIsRestarted() {
        assertThat(read("Dockerfile")).contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(service("portal")).containsEntry("restart", "unless-stopped");
        // the start cache holds only for the options with which it was made: one variable for both
        var launcher = read("portal");
        assertThat(launcher).containsPattern("(?m)^java_options=\"[^\"]*-XX:\\+ExitOnOutOfMemoryError");
        assertThat(launcher.split("\\$java_options ", -1)).hasSizeGreaterThan(3);
    }

    @Test
    void theContainerRunsWithoutPrivilegesOnAReadOnlyFileSystem() {
        assertThat(read("Dockerfile")).containsPattern("(?m)^USER [1-9][0-9]*:[1-9][0-9]*$");
        assertThat(service("portal"))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
    }

    @Test
    void theImageIsBuiltFromOfficialImagesAndContainsNoSecrets() {
        var images = read("Dockerfile")
                .lines()
                .filter(line -> line.startsWith("FROM "))
                .toList();
        assertThat(images).hasSize(2).noneMatch(line -> line.contains("/"));
        assertThat(read(".dockerignore").lines().filter(line -> !line.startsWith("#")))
                .startsWith("*")
                .contains("!pom.xml", "!src", "!frontend")
                .noneMatch(line -> line.startsWith("!.") || line.startsWith("!data"));
        assertThat(read("Dockerfile")).doesNotContainPattern("(PASSWORD|AUDIT_KEY)");
    }

    @Test
    void theImageBuildCachesLibrariesAndPutsThemInTheirOwnLayer() {
        assertThat(read("Dockerfile"))
                .containsPattern("RUN --mount=type=cache,target=/root/\\.m2 mvn .*-Djar-only -Psbom .*package")
                .containsSubsequence("/layers/dependencies/ ", "/layers/application/ ", "ENTRYPOINT");
    }

    @Test
    void theImageIsLabeledWithVersionLicenseAndCommit() {
        var version = Pattern.compile("<artifactId>plumbline</artifactId>\\s*<version>(.*?)</version>")
                .matcher(read("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(read("Dockerfile"))
                .contains("org.opencontainers.image.version=\"" + version.group(1) + "\"")
                .contains("org.opencontainers.image.licenses=\"Apache-2.0\"")
                .contains("org.opencontainers.image.revision=\"$COMMIT\"");
        assertThat(read("CHANGELOG.md"))
                .as("each version has its day")
                .containsPattern("(?m)^## \\[" + Pattern.quote(version.group(1)) + "] - [0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    /** GNU tools know more than those of macOS, bash knows more than sh. */
    @Test
    void theLauncherUsesOnlyCommandsThatMacOsHas() {
        var commands = read("portal").lines().map(line -> line.replaceFirst("(^|\\s)#.*", ""));
        assertThat(commands)
                .noneMatch(line -> line.matches(".*(readlink -|realpath|sed -[irz]|stat -|date -[dI]|mktemp|grep -P"
                        + "|xargs -r|sort -V|nproc|timeout |\\[\\[|\\blocal |<<<|<\\(|\\$'|&>|pipefail).*"));
    }

    @Test
    void gitHubRunsTheTestsOfDevelopersInThreeJobsSideBySide() {
        var jobs = jobs("build.yml");
        for (var run : Map.of(
                        "units-and-h2", "./portal test -Dskip.mysql=true -DskipITs",
                        "mysql", "./portal test -Dskip.h2=true -DskipITs",
                        "browser-and-launcher", "./portal test -Dskip.h2=true -Dskip.mysql=true")
                .entrySet()) {
            var job = jobs.get(run.getKey());
            assertThat(job).containsEntry("timeout-minutes", 30);
            assertThat((List<Map<String, Object>>) job.get("steps"))
                    .anySatisfy(step -> assertThat(step).containsEntry("run", run.getValue()))
                    .anySatisfy(
                            step -> assertThat(String.valueOf(step.get("with"))).contains("cache=maven"));
        }
    }

    @Test
    void gitHubRunsEachPartOfTheLongRunEachNight() {
        var parts = read("portal")
                .lines()
                .filter(line -> line.startsWith("long_parts="))
                .toList();
        assertThat(parts).containsExactly("long_parts='" + String.join(" ", (List<String>) part().get("part")) + "'");
    }

    private Map<String, Object> part() {
        var strategy = (Map<String, Object>) jobs("long.yml").get("part").get("strategy");
        return (Map<String, Object>) strategy.get("matrix");
    }

    private Map<String, Map<String, Object>> jobs(String file) {
        Map<String, Object> workflow = new Yaml().load(read(".github/workflows/" + file));
        return (Map<String, Map<String, Object>>) workflow.get("jobs");
    }

    @Test
    void gitHubLooksForNewerLibraries() {
        Map<String, Object> dependabot = new Yaml().load(read(".github/dependabot.yml"));
        assertThat((List<Map<String, Object>>) dependabot.get("updates"))
                .extracting(update -> update.get("package-ecosystem"))
                .contains("maven", "docker", "github-actions");
    }

    @Test
    void everySettingOfTheContainerIsInTheSettingsTable() {
        var table = read("docs/operations.md");
        assertThat(environment("portal").keySet())
                .allSatisfy(name -> assertThat(table).contains("| `" + name + "` |"));
    }

    private Map<String, Object> service(String name) {
        return ((Map<String, Map<String, Object>>) compose.get("services")).get(name);
    }

    private Map<String, String> environment(String service) {
        var variables = (Map<String, Object>) service(service).get("environment");
        return variables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, variable -> String.valueOf(variable.getValue())));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
