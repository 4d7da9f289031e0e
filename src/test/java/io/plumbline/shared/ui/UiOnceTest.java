package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A button for what must not happen twice works again after any failure. All such buttons are made by this part. */
class UiOnceTest {
    @Test
    void theButtonWorksAgainAfterAFailure() {
        var tries = new AtomicInteger();
        var done = new AtomicInteger();
        var save = Ui.once("Save", () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("The first one fails");
            }
            done.incrementAndGet();
        });
        assertThatThrownBy(save::click).hasMessage("The first one fails");
        assertThat(save.isEnabled()).isTrue();
        save.click();
        assertThat(done).hasValue(1);
        assertThat(save.isEnabled()).isTrue();
    }

    @Test
    void theBrowserDisablesTheButtonOnClick() {
        assertThat(Ui.once("Save", () -> {}).isDisableOnClick()).isTrue();
    }

    @Test
    void aSecondClickDuringTheActionIsIgnored() {
        var clicks = new AtomicInteger();
        var save = Ui.once("Save", clicks::incrementAndGet);
        save.setEnabled(false);
        save.click();
        assertThat(save.isEnabled())
                .as("a click that was ignored enables nothing")
                .isFalse();
        assertThat(clicks).hasValue(0);
    }
}
