package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.FilledDemo;
import io.plumbline.support.PortalProcess;
import io.plumbline.support.StartCache;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The launcher as a person or a server meets it: a process with an environment, two streams and a status. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Duration TO_START = Duration.ofMinutes(6);
    private static final Duration TO_END = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeAll
    static void isBuilt() {
        StartCache.makeOnce();
    }

    @AfterEach
    void leavesNothingRunning() throws Exception {
        for (var process : started) process.destroyForcibly().waitFor();
    }

    @Test
    void listsItsCommands() throws Exception {
        var help = launch("help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains(
                        "run",
                        "import-answers",
                        "import-diagnoses",
                        "audit verify",
                        "store encrypt",
                        "build",
                        "cache",
                        "dev",
                        "env",
                        "generate",
                        "bench",
                        "crash",
                        "advisories FILE",
                        "release",
                        "mutate",
                        "test",
                        "help",
                        "SERVER_PORT",
                        "PLUMBLINE_DATA_DIR");
        assertThat(launch().out()).isEqualTo(help.out());
    }

    @Test
    void theFirstStartOfAFreshCloneBuildsAndOpensTheDemo() throws Exception {
        var launcher = freshSources().resolve("portal");
        settings.put("JAVA_HOME", withoutStartCache().toString());
        settings.put("PLUMBLINE_CLOCK", PortalProcess.CLOCK);
        var port = freePort();
        var data = folder.resolve("the data");
        var portal = start(launcher, port, data, "run");
        awaitReady(portal, port);
        assertThat(portal.awaitOut("demo-manager-pass")).contains("Building Plumbline.", "Built in ");
        assertThat(portal.err()).isEmpty();
        portal.process().destroy();
        assertThat(portal.process().waitFor(TO_END)).as("ended on TERM").isTrue();
        assertThat(data.resolve("demo")).isNotEmptyDirectory();
        FilledDemo.keep(data);

        var verified = run(launcher, "audit", "verify");
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.out()).startsWith("Audit trail verified: ");
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        var unknown = launch("rnu");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("\"rnu\"").contains("usage:");
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void runsUntilItIsStoppedAndKeepsASecondPortalAwayFromItsData() throws Exception {
        settings.put("PLUMBLINE_DEMO", "false");
        var port = freePort();
        var portal = portal(port, folder.resolve("the data"));
        awaitReady(portal, port);
        assertThat(portal.process().info().command().orElseThrow()).endsWith("/java");
        assertThat(portal.process().info().arguments().orElseThrow()).contains("-XX:AOTCache=target/app/start.aot");
        assertThat(portal.err()).isEmpty();
        assertThat(portal.out()).doesNotContain("Building");

        assertThat(portal(freePort(), folder.resolve("the data")).refusal())
                .startsWith("Another Plumbline already uses the data in " + folder.resolve("the data"))
                .contains("PLUMBLINE_DATA_DIR");

        var whileItRuns = launch("audit", "verify");
        assertThat(whileItRuns.status()).isEqualTo(1);
        assertThat(whileItRuns.err())
                .startsWith("The portal is running with the data in " + folder.resolve("the data"));
        assertThat(whileItRuns.out()).isEmpty();

        portal.process().destroy();
        assertThat(portal.process().waitFor(TO_END)).as("ended on TERM").isTrue();
        assertThat(portal.status()).isIn(0, 143);

        var verified = launch("audit", "verify");
        assertThat(verified.status()).as(verified.err()).isZero();
        assertThat(verified.out()).matches("Audit trail verified: [0-9,]+ rows, head [0-9]+:[0-9a-f]{64}.*\\n");
        var head = verified.out().replaceFirst("(?s).*head ([0-9a-f:]+).*", "$1");
        assertThat(launch("audit", "verify", head).status()).isZero();
        assertThat(launch("audit", "verify", "999999" + head.substring(head.indexOf(':')))
                        .status())
                .isEqualTo(1);
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void auditVerifySaysThatThereIsNoStoreYet() throws Exception {
        var verified = launch("audit", "verify");
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.err()).startsWith("There is no store in " + folder.resolve("the data"));
        assertThat(verified.out()).isEmpty();
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void printsALinkForTheFirstAdministratorAtEachStartWithoutTheDemo() throws Exception {
        var data = folder.resolve("the data");
        var first = firstLink(data);
        var second = firstLink(data);
        assertThat(first).isNotEqualTo(second);
        assertThat(data.resolve("real")).isNotEmptyDirectory();
        assertThat(data.resolve("demo")).doesNotExist();
    }

    private String firstLink(Path data) throws Exception {
        var port = freePort();
        var portal = start(port, data, "run", "--no-demo");
        awaitReady(portal, port);
        var printed = Pattern.compile("http://localhost:" + port + "/invitation/[\\w-]{43}")
                .matcher(portal.awaitOut("/invitation/"));
        assertThat(printed.results().map(MatchResult::group).toList()).hasSize(1);
        assertThat(portal.out()).doesNotContain("demo-");
        portal.process().destroy();
        assertThat(portal.process().waitFor(TO_END)).as("ended on TERM").isTrue();
        return printed.reset().results().findFirst().orElseThrow().group();
    }

    @ParameterizedTest
    @Tag("long")
    @Tag("launcher")
    @CsvSource({
        "--plumbline.demo=maybe, PLUMBLINE_DEMO is maybe",
        "--plumbline.session.idle=soon, PLUMBLINE_SESSION_IDLE is soon",
        "--spring.profiles.active=prod, SPRING_PROFILES_ACTIVE names the profile prod",
        "--plumbline.clock=noon, PLUMBLINE_CLOCK must be an instant"
    })
    void saysWhichSettingIsWrong(String option, String sentence) throws Exception {
        var data = folder.resolve("the data");
        assertThat(start(freePort(), data, "run", "--", option).refusal()).startsWith(sentence);
    }

    @Test
    void refusesAnUnknownOption() throws Exception {
        var mistyped = launch("run", "--nodemo");
        assertThat(mistyped.status()).isEqualTo(1);
        assertThat(mistyped.err()).contains("\"--nodemo\" is no option");
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void saysThatItsPortIsTaken() throws Exception {
        settings.put("PLUMBLINE_DEMO", "false");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(portal(taken.getLocalPort(), folder.resolve("the data")).refusal())
                    .startsWith("Port " + taken.getLocalPort() + " is already in use")
                    .contains("SERVER_PORT");
        }
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void saysThatItCannotWriteToItsFolder() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertThat(portal(freePort(), file.resolve("the data")).refusal())
                .startsWith("Plumbline cannot write to " + file.resolve("the data"))
                .contains("PLUMBLINE_DATA_DIR");
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void resolvesARelativeFolderAgainstTheCallersDirectory() throws Exception {
        Files.createFile(folder.resolve("file"));
        assertThat(portal(freePort(), Path.of("file")).refusal())
                .startsWith("Plumbline cannot write to " + folder.toRealPath().resolve("file"));
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void aDryRunPrintsOneJsonObjectEvenAfterABuildAndOpensNoStore() throws Exception {
        var page = Files.copy(Path.of("src/test/resources/answers/page.txt"), folder.resolve("a page.txt"));
        var launched = launch("import-answers", page.getFileName().toString(), "--dry-run");
        assertThat(launched.status()).isZero();
        var json = onlyJson(launched);
        assertThat(json.get("answers").size()).isEqualTo(13);
        assertThat(json.get("question").asString()).isEqualTo("What can I do for a stiff lower back?");
        assertThat(folder.resolve("the data")).doesNotExist();

        var sources = freshSources();
        settings.put("JAVA_HOME", withoutStartCache().toString());
        var built = run(sources.resolve("portal"), "import-answers", page.toString(), "--dry-run");
        assertThat(built.status()).isZero();
        assertThat(built.err()).contains("Building");
        assertThat(onlyJson(built)).isEqualTo(json);
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void answersAreImportedIntoTheStoreUnlessThePortalIsUsingIt() throws Exception {
        settings.put("PLUMBLINE_DEMO", "false");
        var data = folder.resolve("the data");
        var page =
                Path.of("src/test/resources/answers/page.txt").toAbsolutePath().toString();
        assertThat(importing(page).refusal()).startsWith("There is no store in " + data);

        var port = freePort();
        var portal = portal(port, data);
        awaitReady(portal, port);
        assertThat(importing(page).refusal()).startsWith("The portal is running with the data in " + data);
        var dry = launch("import-answers", "--dry-run", page);
        assertThat(dry.status()).isZero();
        portal.process().destroy();
        assertThat(portal.process().waitFor(TO_END)).isTrue();

        var first = importing(page);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(onlyJson(first)).isEqualTo(onlyJson(dry));
        assertThat(first.err()).contains("13 added, 0 already existed.");
        var second = importing(page);
        assertThat(second.status()).isZero();
        assertThat(second.err()).contains("0 added, 13 already existed.");
        assertThat(second.err()).doesNotContain("555");
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void anUnreadableFileIsReportedInOneSentence() throws Exception {
        assertThat(launch("import-answers", "none.txt", "--dry-run").refusal())
                .startsWith("There is no file ")
                .contains("none.txt");
        assertThat(launch("import-answers", "--dry-run").status()).isEqualTo(2);
    }

    @Test
    @Tag("long")
    @Tag("launcher")
    void aBuildReportsItsJdkAndDownloadsAlsoOnMacOs() throws Exception {
        var sources = freshSources();
        Files.writeString(folder.resolve("bin/mvn"), """
                #!/bin/sh
                echo "Apache Maven 3.9.9"
                [ "$1" = -v ] && exit
                echo "[INFO] --- compiler:3.15.0:compile (default-compile) @ plumbline ---"
                echo "[INFO] Downloaded from somewhere: of.jar (29 MB at 5.0 MB/s)"
                echo "[INFO] Downloaded from somewhere: of.pom (1800 kB at 300 kB/s)"
                echo "[ERROR] $* with $JAVA_HOME"
                exit 1
                """);
        var jdk = jdk("Library/Java/JavaVirtualMachines/temurin-99.jdk/Contents/Home", "99.0.1");
        needsJdk99(sources);
        settings.put("HOME", folder.toString());
        settings.put("JAVA_HOME", "");

        var building = run(sources.resolve("portal"), "run");
        assertThat(building.status()).isEqualTo(1);
        assertThat(building.out()).startsWith("Building Plumbline.");
        assertThat(building.err())
                .as("the reason, then where the rest is")
                .startsWith("[ERROR] -B -Dplumbline.commit=unknown -Djar-only package with " + jdk)
                .endsWith("all of it in target/portal-build.log.\n");

        Files.writeString(
                folder.resolve("bin/mvn"),
                Files.readString(folder.resolve("bin/mvn"))
                        .replace("exit 1", "mkdir -p target && echo made >target/plumbline.jar"));
        assertThat(run(sources.resolve("portal"), "run").out())
                .as("in minutes and seconds, however many they are")
                .containsPattern("(?m)^Built in [0-9]+:[0-5][0-9]; 2 files, 31 MB fetched\\.$");
    }

    @Test
    void aMissingJdkIsReportedWithTheJdksThatWereFound() throws Exception {
        var sources = freshSources();
        var jdk = jdk(".sdkman/candidates/java/21.0.4-tem", "21.0.4");
        Files.createSymbolicLink(jdk.resolveSibling("current"), jdk);
        needsJdk99(sources);
        settings.put("HOME", folder.toString());
        settings.put("JAVA_HOME", folder.resolve("nowhere").toString());
        var refused = run(sources.resolve("portal"), "run");
        assertThat(refused.refusal())
                .startsWith("Plumbline needs JDK 99 or newer. Found: ")
                .containsOnlyOnce("21.0.4 in " + jdk.toRealPath())
                .contains("JAVA_HOME is " + folder.resolve("nowhere") + ", which is no JDK.")
                .endsWith("Install JDK 99, or set JAVA_HOME to its folder.\n");
    }

    @Test
    void writesNewSecretsReadableOnlyByTheOwnerAndNeverOverwritesThem() throws Exception {
        var sources = freshSources();
        Files.copy(Path.of(".env.example"), sources.resolve(".env.example"));
        assertThat(run(sources.resolve("portal"), "env").status()).isZero();

        var written = sources.resolve(".env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        var secrets = Pattern.compile("(?m)^(\\w+)=([0-9a-f]{64})$")
                .matcher(Files.readString(written))
                .results()
                .toList();
        assertThat(secrets)
                .extracting(secret -> secret.group(1))
                .containsExactly(
                        "MYSQL_ROOT_PASSWORD",
                        "PLUMBLINE_OWNER_PASSWORD",
                        "PLUMBLINE_DB_PASSWORD",
                        "PLUMBLINE_AUDIT_KEY",
                        "PLUMBLINE_BACKUP_KEY");
        assertThat(secrets).extracting(secret -> secret.group(2)).doesNotHaveDuplicates();

        var before = Files.readString(written);
        assertThat(run(sources.resolve("portal"), "env").refusal()).startsWith("There is a .env already");
        assertThat(written).hasContent(before);
    }

    /** Each was in it once, or is on the class path of a developer. */
    @Test
    void theJarContainsNoUnneededLibraries() throws Exception {
        try (var jar = new JarFile("target/plumbline.jar")) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("META-INF/build-info.properties")
                    .noneMatch(name -> name.matches(".*/lib/(spring-boot-devtools|collaboration-engine|vaadin-ai-"
                            + "|vaadin-dev|hibernate-validator|jackson-core-2|jimfs|playwright).*"));
        }
    }

    /**
     * The JDK of this test, but that it makes no start cache: that takes long, and StartCache makes one. The quicker
     * compiler alone is enough for it.
     */
    private Path withoutStartCache() throws IOException {
        var real = Path.of(System.getProperty("java.home"));
        var home = Files.createDirectories(folder.resolve("jdk"));
        Files.createSymbolicLink(home.resolve("release"), real.resolve("release"));
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                case "$*" in *jarmode*) exit 1 ;; esac
                exec "%s" -XX:TieredStopAtLevel=1 "$@"
                """.formatted(real.resolve("bin/java")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(home.resolve("bin/javac"), real.resolve("bin/javac"));
        return home;
    }

    /** A folder that looks like a JDK. */
    private Path jdk(String below, String version) throws IOException {
        var home = folder.resolve(below);
        var compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(compiler, "#!/bin/sh\n");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** So that no JDK of this machine will do. */
    private static void needsJdk99(Path sources) throws IOException {
        var launcher = sources.resolve("portal");
        Files.writeString(
                launcher, Files.readString(launcher).replaceFirst("(?m)^java_needed=[0-9]+$", "java_needed=99"));
    }

    private Launched importing(String page) throws Exception {
        return launch("import-answers", page);
    }

    /** The launcher with the jar that is there, and a source that is newer; Maven is one that copies that jar. */
    private Path freshSources() throws Exception {
        var sources = Files.createDirectories(folder.resolve("sources"));
        Files.copy(Path.of("portal"), sources.resolve("portal"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(sources.resolve("src"));
        Files.createDirectories(sources.resolve("frontend"));
        Files.writeString(sources.resolve("pom.xml"), "<project/>");
        var maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo "Apache Maven 3.9.9"
                case "$*" in *package*) mkdir -p target && cp "%s" target/plumbline.jar ;; esac
                """.formatted(Path.of("target/plumbline.jar").toAbsolutePath()));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return sources;
    }

    private static JsonNode onlyJson(Launched launched) throws IOException {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(launched.out());
        assertThat(json.isObject()).as(launched.out()).isTrue();
        return json;
    }

    private Launched portal(int port, Path data) throws IOException {
        return start(port, data, "run", "--", "--server.address=127.0.0.1");
    }

    private Launched launch(String... arguments) throws Exception {
        var launched = start(freePort(), folder.resolve("the data"), arguments);
        launched.status();
        return launched;
    }

    private Launched run(Path launcher, String... arguments) throws Exception {
        var launched = start(launcher, freePort(), folder.resolve("the data"), arguments);
        launched.status();
        return launched;
    }

    private Launched start(int port, Path data, String... arguments) throws IOException {
        return start(Path.of("portal").toAbsolutePath(), port, data, arguments);
    }

    private Launched start(Path launcher, int port, Path data, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "out", null);
        var err = Files.createTempFile(folder, "err", null);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        // what the settings of the machine would change, and what a JVM would announce on stderr
        environment.keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("PLUMBLINE_"));
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        environment.merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + File.pathSeparator + path);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("PLUMBLINE_DATA_DIR", data.toString());
        environment.putAll(settings);
        var process = builder.start();
        started.add(process);
        return new Launched(process, out, err);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Launched portal, int port) throws Exception {
        var address = "http://localhost:" + port;
        var health = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var deadline = Instant.now().plus(TO_START);
        try (var client = HttpClient.newHttpClient()) {
            while (!isUp(client, health) || !portal.out().contains(address)) {
                // the pause between two questions, cut short where the portal has ended
                var ended = portal.process().waitFor(Duration.ofMillis(200));
                assertThat(ended).as("ended: %s%s", portal.out(), portal.err()).isFalse();
                assertThat(Instant.now()).as("still starting: %s", portal.out()).isBefore(deadline);
            }
        }
    }

    private static boolean isUp(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.ofString()).body().contains("\"status\":\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private record Launched(Process process, Path outFile, Path errFile) {
        int status() throws Exception {
            assertThat(process.waitFor(TO_START)).as("ended by itself").isTrue();
            return process.exitValue();
        }

        String out() throws IOException {
            return Files.readString(outFile);
        }

        String err() throws IOException {
            return Files.readString(errFile);
        }

        /** What was printed, once it holds some words. */
        String awaitOut(String words) throws Exception {
            var deadline = Instant.now().plus(TO_END);
            while (!out().contains(words) && Instant.now().isBefore(deadline)) {
                process.waitFor(Duration.ofMillis(100));
            }
            return out();
        }

        /** The one sentence of a portal that did not start. */
        String refusal() throws Exception {
            assertThat(status()).isEqualTo(1);
            assertThat(out()).doesNotContain("\tat ", "APPLICATION FAILED TO START");
            assertThat(err().lines()).hasSize(1);
            return err();
        }
    }
}
