package io.plumbline.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands beside the box of an intake note for the consent to treatment. */
class ConsentOnRecordTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String ALREADY = "Already given. Tick the box once the patient has confirmed it.";

    @Test
    void aConsentThatStandsIsOnlyToBeConfirmed() {
        assertThat(shownFor(List.of(consent(ConsentRow.Newer.NONE, null)))).contains(ALREADY);
        assertThat(shownFor(List.of(consent(ConsentRow.Newer.YES, null)))).contains(ALREADY);
    }

    @Test
    void oneThatIsToBeAskedAgainOrDoesNotStandIsNotCalledGiven() {
        assertThat(shownFor(List.of(consent(ConsentRow.Newer.ASK_AGAIN, null))))
                .contains("Ask again")
                .doesNotContain(ALREADY);
        assertThat(shownFor(List.of(consent(ConsentRow.Newer.NONE, DAY)))).doesNotContain(ALREADY);
        assertThat(shownFor(List.of())).contains("No consent to treatment").doesNotContain(ALREADY);
    }

    private static String shownFor(List<ConsentRow> consents) {
        var id = new PatientId(Ids.next());
        var patient = new PatientDetails(
                id,
                List.of(id),
                List.of(),
                List.of(),
                0,
                "P-1",
                new PatientDraft("Ana", "Ruiz", null, null, null),
                Set.of(),
                null,
                null,
                false,
                false,
                false,
                PatientStatus.ACTIVE,
                null,
                null,
                null,
                DAY,
                List.of(),
                consents,
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new ConsentOnRecord(mock(ConsentTextService.class))
                .of(patient)
                .part()
                .getElement()
                .getTextRecursively();
    }

    private static ConsentRow consent(ConsentRow.Newer newer, @Nullable LocalDate withdrawnOn) {
        return new ConsentRow(
                new ConsentId(Ids.next()),
                0,
                ConsentKind.TREATMENT,
                "1",
                DAY,
                "westdesk",
                withdrawnOn,
                null,
                false,
                false,
                null,
                null,
                null,
                newer,
                null);
    }
}
