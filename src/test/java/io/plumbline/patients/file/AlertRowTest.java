package io.plumbline.patients.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.AlertId;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRowTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,,true",
        "2026-11-23,2026-11-24,true",
        "2026-11-24,2026-11-24,true",
        "2026-11-25,,false",
        "2026-11-20,2026-11-23,false"
    })
    void isInForceFromItsFirstToItsLastDay(LocalDate from, @Nullable LocalDate until, boolean counts) {
        assertThat(row(AlertKind.IMPLANT, "", from, until).isOn(DAY)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource({
        "LATEX_ALLERGY,'',Latex allergy",
        "BLOOD_THINNERS,no deep pressure,Takes blood thinners: no deep pressure",
        "PREFERENCE,Hears little on the left,Hears little on the left"
    })
    void isDescribedInOneLine(AlertKind kind, String words, String sentence) {
        assertThat(row(kind, words, DAY, null).sentence()).isEqualTo(sentence);
    }

    @Test
    void needsADescriptionForVagueKindsAndCannotEndBeforeItBegins() {
        assertThatThrownBy(() -> add(AlertKind.AREA, " ", null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> add(AlertKind.PREGNANCY, "", DAY.minusDays(1))).isInstanceOf(Refused.class);
        assertThat(add(AlertKind.PREGNANCY, "", DAY)).isNotNull();
    }

    @Test
    void cannotBeEndedTwice() {
        var alert = add(AlertKind.PREGNANCY, "", null);
        alert.end(StaffId.next(), Instant.EPOCH, DAY);
        assertThatThrownBy(() -> alert.end(StaffId.next(), Instant.EPOCH, DAY)).isInstanceOf(Refused.class);
    }

    private static PatientAlert add(AlertKind kind, String words, @Nullable LocalDate until) {
        var draft = new AlertDraft(kind, words, kind.usualAudience(), DAY, until);
        return PatientAlert.added(PatientId.next(), draft, OperationId.next(), StaffId.next(), Instant.EPOCH);
    }

    private static AlertRow row(AlertKind kind, String words, LocalDate from, @Nullable LocalDate until) {
        return new AlertRow(
                new AlertId(Ids.next()),
                0,
                kind,
                words,
                Set.of(),
                kind.usualAudience(),
                from,
                until,
                Instant.EPOCH,
                "Somebody",
                false);
    }
}
