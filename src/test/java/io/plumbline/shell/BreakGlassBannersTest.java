package io.plumbline.shell;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.plumbline.access.breakglass.BreakGlassEvent;
import io.plumbline.access.breakglass.BreakGlassId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class BreakGlassBannersTest {
    /** The transaction in which it was closed may end when its person is gone, as when the demo clinic is filled. */
    @Test
    void closingBreakGlassAccessIsHandledWithoutASignedInUser() {
        SecurityContextHolder.clearContext();
        var banners = new BreakGlassBanners(null, null, Clock.systemUTC());
        assertThatNoException()
                .isThrownBy(() -> banners.on(
                        new BreakGlassEvent.Ended(new BreakGlassId(Ids.next()), PatientId.next(), StaffId.next())));
    }
}
