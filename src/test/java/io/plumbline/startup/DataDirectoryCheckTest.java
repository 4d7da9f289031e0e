package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** What is found in the folder of the data decides whether a portal or a command begins. */
class DataDirectoryCheckTest {
    @TempDir
    Path data;

    Path store;
    Path noted;

    @BeforeEach
    void aStore() throws IOException {
        store = Files.createDirectory(data.resolve("real")).resolve("plumbline.mv.db");
        noted = data.resolve("audit-real.head");
        Files.writeString(store, "H:2");
    }

    @Test
    void aSecondStartIsRefusedUntilTheFirstHasClosedAllThatItHad() {
        try (var first = begun(settings())) {
            assertThat(first.isActive()).isTrue();
            assertRefused(settings(), "Another Plumbline already uses the data in " + data.resolve("real"));
            assertRefused(command("audit verify"), "The portal is running with the data in " + data.resolve("real"));
        }
        begun(settings()).close();
        assertThat(data.resolve("real")).isDirectoryNotContaining("glob:**running-*");
    }

    @Test
    void aRefusedStartLeavesNoMark() throws IOException {
        Files.delete(store);
        Files.writeString(noted, "1:0");
        assertRefused(settings(), "There was a store in");
        assertThat(data.resolve("real")).isDirectoryNotContaining("glob:**running-*");
    }

    @Test
    void aCommandLeavesAnUpgradeThatDidNotEndToTheNextStart() throws IOException {
        Files.writeString(data.resolve("real").resolve("before-upgrade.zip"), "");
        assertRefused(command("audit verify"), "The upgrade of the store did not finish");
        assertRefused(command("upgrade"), "The upgrade of " + store + " did not finish");
        assertThat(store).hasContent("H:2");
    }

    @Test
    void aCommandNeedsAStoreAndANewPortalDoesNot() throws IOException {
        Files.delete(store);
        assertRefused(command("audit verify"), "There is no store in");
        assertThat(data.resolve("real")).isDirectoryNotContaining("glob:**{new-store,running-*}");
        try (var first = begun(settings())) {
            assertThat(first.isActive()).isTrue();
            assertThat(data.resolve("real").resolve("new-store")).exists();
        }
    }

    @Test
    void aStoreThatIsThereIsNeverStartedOver() {
        var settings = settings();
        begun(settings).close();
        assertThat(settings.getProperty("spring.datasource.url"))
                .isEqualTo("jdbc:h2:file:" + data.resolve("real").resolve("plumbline") + ";IFEXISTS=TRUE");
    }

    private void assertRefused(MockEnvironment settings, String beginning) {
        assertThatThrownBy(() -> begun(settings).close())
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith(beginning));
    }

    private MockEnvironment settings() {
        return new MockEnvironment()
                .withProperty(
                        "spring.datasource.url",
                        "jdbc:h2:file:" + data.resolve("real").resolve("plumbline"))
                .withProperty("plumbline.audit.head-file", noted.toString());
    }

    private MockEnvironment command(String words) {
        return settings().withProperty(CommandRun.PROPERTY, words);
    }

    private static GenericApplicationContext begun(MockEnvironment settings) {
        var context = new GenericApplicationContext();
        context.setEnvironment(settings);
        new DataDirectoryCheck().initialize(context);
        context.refresh();
        return context;
    }
}
