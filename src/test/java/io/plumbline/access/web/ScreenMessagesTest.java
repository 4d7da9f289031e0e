package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.DemoTest;
import io.plumbline.uidl.LoopbackBrowser;
import io.plumbline.uidl.PortalRefused;
import io.plumbline.uidl.UidlTab;
import java.net.URI;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who is signed in may send at once, with or without a browser of ours. */
@DemoTest
@ExtendWith(OutputCaptureExtension.class)
class ScreenMessagesTest {
    private static final String GO =
            "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"/patients\","
                    + "\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"%s\"}}";
    private static final String NO_METHOD = "{\"type\":\"publishedEventHandler\",\"node\":1,"
            + "\"templateEventMethodName\":\"no such\\nmethod %d\",\"templateEventMethodArgs\":[],\"promise\":-1}";

    @LocalServerPort
    int port;

    private UidlTab tab;

    @BeforeEach
    void signIn() {
        tab = new UidlTab(LoopbackBrowser.client(), URI.create("http://127.0.0.1:" + port + "/"));
        tab.signIn("therapist", "demo-therapist-pass");
        tab.open("patients");
    }

    @Test
    void oversizedMessagesAreRefusedWithoutFillingTheHeap() {
        var calls = Collections.nCopies(2_500, GO.formatted("x".repeat(20)));
        var before = liveHeap();
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> tab.send(calls))
                    .isInstanceOf(PortalRefused.class)
                    .hasMessageContaining("too much at once");
        }
        assertThat(liveHeap() - before).isLessThan(30_000_000L);
        tab.go("patients");
        assertThat(tab.texts()).isNotEmpty();
    }

    @Test
    void aMessageMayContainAThousandCalls() {
        var sync = "{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"nothing\",\"value\":1}";
        assertThatThrownBy(() -> tab.send(Collections.nCopies(1_001, GO.formatted(""))))
                .hasMessageContaining("too much at once");
        assertThatThrownBy(() -> tab.send(Collections.nCopies(2_001, sync))).hasMessageContaining("too much at once");
        tab.send(Collections.nCopies(200, GO.formatted("")).subList(0, 3));
        assertThat(tab.texts()).isNotEmpty();
    }

    @Test
    void aSearchTextOfMegabytesIsRefusedAndOneOfThousandsIsTruncated() {
        assertThatThrownBy(() -> tab.type("Search patients", "x".repeat(9_400_000)))
                .hasMessageContaining("too much at once");
        tab.type("Search patients", "y".repeat(50_000));
        assertThat(tab.texts()).allSatisfy(text -> assertThat(text).hasSizeLessThan(3_000));
    }

    @Test
    void aFieldTruncatesTextToItsLimitAndShowsTheRest() {
        var desk = new UidlTab(LoopbackBrowser.client(), URI.create("http://127.0.0.1:" + port + "/"));
        desk.signIn("manager", "demo-manager-pass");
        desk.open("leads/new");
        desk.type("Name", "y".repeat(50_000));
        assertThat(desk.toldTo("this[$1] = $0"))
                .hasValueSatisfying(left -> assertThat(left).hasSize(120).matches("y+"));
        desk.type("Name", "Ada Person");
        assertThat(desk.toldTo("this[$1] = $0")).isEmpty();
    }

    @Test
    void unknownCallsAreLoggedBrieflyAndEndTheSession(CapturedOutput log) {
        var before = log.getAll().length();
        for (int i = 0; i < 10; i++) {
            var from = i * 200;
            try {
                tab.send(IntStream.range(from, from + 200)
                        .mapToObj(NO_METHOD::formatted)
                        .toList());
            } catch (PortalRefused ended) {
                assertThat(ended).hasMessageContaining("sessionExpired");
            }
        }
        var written = log.getAll().substring(before);
        assertThat(written.lines().filter(line -> line.contains("what no screen of ours asks for")))
                .hasSizeBetween(20, 21);
        assertThat(written)
                .contains("A session ended")
                .doesNotContain("\tat ", "no such")
                .hasSizeLessThan(10_000);
        assertThatThrownBy(() -> tab.go("patients")).isInstanceOf(PortalRefused.class);
    }

    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
