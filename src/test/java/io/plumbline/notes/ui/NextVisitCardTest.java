package io.plumbline.notes.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.DemoTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The signed note of today offers free times for the next visit, and one button books one of them. */
@DemoTest
class NextVisitCardTest extends SpringBrowserlessTest {
    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    IdentityService identity;

    @Autowired
    PatientService patients;

    @Test
    @WithStaff("therapist")
    void oneButtonBooksTheNextVisitOfThePlan() {
        var visit = notes.visitsToday().stream()
                .filter(row -> row.personName().equals("Anand Mehta") && row.note() == null)
                .findFirst()
                .orElseThrow();
        var note = starts.begin(visit.key());
        var version = notes.saveDraft(note, 0, TestCare.done());
        identity.prove("demo-therapist-pass");
        AnsweredChecks.sign(notes, note, version);
        open(Routes.note(note));
        var before = nextVisitOf(visit);
        var first = times().getFirst();
        test(first).click();
        assertThat(screen()).contains("Booked: Massage, " + first.getText());
        assertThat(times()).as("one visit at a time").isEmpty();
        assertThat(nextVisitOf(visit)).isNotNull();
        assertThat(find(Button.class).withText("Undo").single().getAriaLabel())
                .hasValueSatisfying(name -> assertThat(name).startsWith("Undo: Massage, " + first.getText()));
        test(find(Button.class).withText("Undo").single()).click();
        assertThat(screen()).doesNotContain("Booked: Massage");
        assertThat(times().getFirst().getText()).as("offered again").isEqualTo(first.getText());
        assertThat(nextVisitOf(visit)).isEqualTo(before);
    }

    private @Nullable LocalDate nextVisitOf(VisitRow visit) {
        return patients.open(Objects.requireNonNull(visit.patient()))
                .orElseThrow()
                .nextVisitOn();
    }

    private List<Button> times() {
        return find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter(name -> name.startsWith("Book Massage"))
                        .isPresent())
                .toList();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}
