package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.ContinueElsewhere;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private final List<String> said = new ArrayList<>();
    private final Attempt attempt = Attempt.telling(said::add);

    private enum Field {
        CODE
    }

    private static final class Special extends Refused {
        private static final long serialVersionUID = 1L;

        private Special() {
            super("The time is taken");
        }
    }

    @Test
    void anAllowedActionRunsWithoutAMessage() {
        assertThat(attempt.run(() -> said.add("done"))).isTrue();
        assertThat(said).containsExactly("done");
    }

    @Test
    void aRefusalShowsItsOwnMessage() {
        assertThat(attempt.run(() -> {
                    throw new Refused(Field.CODE, "Another clinic has this code");
                }))
                .isFalse();
        assertThat(said).containsExactly("Another clinic has this code");
    }

    @Test
    void aColleaguesChangeIsReportedUnlessTheScreenHasItsOwnMessage() {
        Runnable change = () -> {
            throw new StaleVersion(Object.class, 7);
        };
        attempt.run(change);
        assertThat(said).containsExactly("A colleague changed this in the meantime");
        said.clear();
        attempt.ifChanged("Look at it again").run(change);
        assertThat(said).containsExactly("Look at it again");
    }

    @Test
    void anUnavailableRecordClosesTheScreenUnlessTheScreenHandlesIt() {
        Runnable gone = () -> {
            throw new NotAvailable();
        };
        assertThatExceptionOfType(NotAvailable.class).isThrownBy(() -> attempt.run(gone));
        assertThat(attempt.ifNotAvailable("Keep a copy").run(gone)).isFalse();
        assertThat(said).containsExactly("Keep a copy");
    }

    @Test
    void aKindOfRefusalCanHaveItsOwnHandler() {
        attempt.on(Special.class, special -> said.add("Next free time"));
        attempt.run(() -> {
            throw new Special();
        });
        attempt.run(() -> {
            throw new Refused("Another reason");
        });
        assertThat(said).containsExactly("Next free time", "Another reason");
    }

    @Test
    void aRefusalThatBelongsElsewhereLeadsThere() {
        var messages = new Div();
        Attempt.showing(messages).run(() -> {
            throw new ContinueElsewhere("This record was merged into P-7", "Open P-7", "patients/7");
        });
        assertThat(messages.getElement().getTextRecursively()).contains("This record was merged into P-7", "Open P-7");
        assertThat(messages.getChildren().filter(Anchor.class::isInstance).map(Anchor.class::cast))
                .singleElement()
                .extracting(Anchor::getHref)
                .isEqualTo("patients/7");
    }

    @Test
    void aRefusalOfAFieldIsShownAtItsInput() {
        var code = new TextField("Code");
        assertThat(attempt.at(Field.CODE, code).run(() -> {
                    throw new Refused(Field.CODE, "Another clinic has this code");
                }))
                .isFalse();
        assertThat(code.isInvalid()).isTrue();
        assertThat(code.getErrorMessage()).isEqualTo("Another clinic has this code");
        assertThat(said).isEmpty();
    }

    @Test
    void otherExceptionsAreRethrown() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> attempt.run(() -> {
                    throw new IllegalStateException("A fault of the portal");
                }));
        assertThat(said).isEmpty();
    }

    @Test
    void aDialogGetsTheReasonOfARefusal() {
        assertThat(Attempt.refusalOf(() -> {}, () -> "Changed")).isEmpty();
        assertThat(Attempt.refusalOf(
                        () -> {
                            throw new Refused("Say why");
                        },
                        () -> "Changed"))
                .hasValue("Say why");
        assertThat(Attempt.refusalOf(
                        () -> {
                            throw new StaleVersion(Object.class, 7);
                        },
                        () -> "Changed"))
                .hasValue("Changed");
    }

    @Test
    void anUnreadableValueIsAFieldError() {
        assertThat(Attempt.read(() -> 5).isError()).isFalse();
        var wrong = Attempt.read(() -> {
            throw new Refused("Enter a whole number");
        });
        assertThat(wrong.isError()).isTrue();
        assertThat(wrong.getMessage()).hasValue("Enter a whole number");
    }
}
