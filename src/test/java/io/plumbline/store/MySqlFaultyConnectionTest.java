package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.support.FaultyConnection;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.OnMySql;
import io.plumbline.support.OwnClinic;
import io.plumbline.support.Staff;
import io.plumbline.support.TestGroup;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.NotOnScreen;
import io.plumbline.uidl.PortalRefused;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A person who clicks while the wire to the database is slow, silent or cut has an answer in time, and goes on once it is
 * whole. The bounds are a third of those that are set, so that the test is short; DatabaseTimeoutsTest has the real
 * ones.
 */
// where MySQL is started anyway: a second server would take its time
@Tag("store")
@OnMySql("the time limits of the driver of MySQL end a click while the wire is cut")
// it waits most of its time
@Execution(ExecutionMode.CONCURRENT)
@EnabledIfSystemProperty(named = "plumbline.store", matches = "mysql")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "plumbline.demo=false",
            "plumbline.clock=",
            "spring.datasource.hikari.connection-timeout=1700",
            "spring.datasource.hikari.validation-timeout=700",
            "spring.datasource.hikari.data-source-properties.connectTimeout=1700",
            "spring.datasource.hikari.data-source-properties.socketTimeout=6000",
            "spring.datasource.hikari.data-source-properties.queryTimeoutKillsConnection=true",
            "spring.transaction.default-timeout=3s"
        })
@ActiveProfiles("test")
@Import(TestGroup.class)
@ExtendWith(OwnClinic.class)
class MySqlFaultyConnectionTest {
    /** Only a failure takes as long: of what was in flight when the fault began, and of coming back. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static FaultyConnection wire;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void overTheWire(DynamicPropertyRegistry registry) {
        var settings = new HashMap<String, Supplier<Object>>();
        MySqlForTests.register(settings::put);
        var url = (String) settings.get("spring.datasource.url").get();
        var database = URI.create(url.substring("jdbc:".length()));
        wire = new FaultyConnection(database.getHost(), database.getPort());
        settings.put("spring.flyway.url", () -> url);
        settings.put(
                "spring.datasource.url",
                () -> url.replace(database.getHost() + ":" + database.getPort(), "127.0.0.1:" + wire.port()));
        settings.forEach(registry::add);
    }

    @AfterEach
    void mend() {
        wire.have(FaultyConnection.Fault.NONE);
    }

    // the faults one after the other: they share the wire
    @Execution(ExecutionMode.SAME_THREAD)
    @ParameterizedTest
    @EnumSource(
            value = FaultyConnection.Fault.class,
            names = {"SLOW", "BLACK_HOLE", "CUT"})
    void everyClickIsAnsweredInTimeDuringADatabaseFault(FaultyConnection.Fault fault) {
        var tab = new UidlTab(LoopbackBrowser.client(), URI.create("http://localhost:" + port + "/"));
        // of the fault before, a connection may still be broken
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(4))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(() -> tab.signIn(staff.username("westdesk"), TestGroup.PASSWORD));
        tab.open("patients/new");
        tab.type("Given name", "Wire");
        tab.type("Family name", fault.name());
        tab.type("Phone", "+1 602 555 0198");
        wire.have(fault);
        for (int click = 0; click < 3; click++) {
            answered(() -> tab.press("Add patient"));
        }
        wire.have(FaultyConnection.Fault.NONE);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            tab.open("patients");
            assertThat(tab.texts()).anyMatch(text -> text.contains("Patients"));
        });
    }

    /**
     * The wire is still broken when the answer comes: the bounds have ended the wait. Without them nothing would, and
     * the browser gives up after minutes; how long a click takes says more about the machine.
     */
    private static void answered(Runnable click) {
        try {
            click.run();
        } catch (PortalRefused | NotOnScreen said) {
            // an answer too, or saved by the click before
        }
    }
}
