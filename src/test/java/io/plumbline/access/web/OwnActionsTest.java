package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.MovableClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** Idle is who did nothing for as long as the settings say, whatever the clock does meanwhile. */
class OwnActionsTest {
    private final MovableClock clock = new MovableClock();
    private final OwnActions actions = new OwnActions(
            clock, new SessionSettings(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofHours(12), 10, 60));
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aSessionWithoutActionsForFifteenMinutesIsIdle() {
        actions.happened(session);
        clock.pass(Duration.ofMinutes(15));
        assertThat(actions.isOverdue(session)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(actions.isOverdue(session)).isTrue();
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheSignInWhateverTheUserDoes() {
        actions.signedIn(session);
        for (int i = 0; i < 72; i++) {
            assertThat(actions.isOverdue(session)).isFalse();
            clock.pass(Duration.ofMinutes(10));
            actions.happened(session);
        }
        assertThat(actions.isOverdue(session)).as("twelve hours").isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(actions.isTooOld(session)).isTrue();
        assertThat(actions.isOverdue(session)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, true", "none, true", ", true", "cross-site, false", "same-site, false"})
    void aPageThatAnotherSiteOpensIsNoOwnAction(@Nullable String site, boolean isOwn) {
        var page = new MockHttpServletRequest("GET", "/patients");
        page.addHeader("Accept", "text/html,*/*");
        if (site != null) {
            page.addHeader("Sec-Fetch-Site", site);
        }
        assertThat(IdleSessionFilter.isOwnAction(page)).isEqualTo(isOwn);
    }

    @Test
    void aClockSetBackDoesNotPreventTheIdleSignOut() {
        clock.pass(Duration.ofHours(2));
        actions.happened(session);
        clock.reset();
        assertThat(actions.isOverdue(session)).isFalse();
        clock.pass(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(actions.isOverdue(session))
                .as("fifteen minutes after the clock went back")
                .isTrue();
    }
}
