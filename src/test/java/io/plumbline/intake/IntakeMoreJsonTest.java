package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import io.plumbline.shared.signing.ContentHash;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The text of which the signature of an intake note is the hash. It is frozen: a field that is renamed, or one that is
 * written although it is empty, would make every signed note look altered.
 */
class IntakeMoreJsonTest {
    @Test
    void aNoteThatSaysNoMoreKeepsItsText() {
        assertThat(ContentHash.canonicalJson(IntakeDraft.of("Back"))).isEqualTo("""
                {"areas":[],"complaint":"Back","consented":false,"factors":[],"limitations":[],"onset":"",\
                "outcome":null,"painAverage":null,"painNow":null,"painWorst":null,"screen":{}}""");
    }

    @Test
    void everyFieldKeepsItsText() {
        var more = new IntakeMore(
                "Lifted",
                new TreeMap<>(Map.of(
                        "SITTING", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN),
                        "STRESS", new FactorDetail(null, FactorDetail.Status.RESOLVED))),
                "Garden",
                "Desk",
                "Runs",
                "Short",
                "Low",
                "Run again");
        assertThat(ContentHash.canonicalJson(more)).isEqualTo("""
                {"dailyActivities":"Garden",\
                "factorDetails":{"SITTING":{"severity":"SEVERE","status":"OPEN"},\
                "STRESS":{"severity":null,"status":"RESOLVED"}},\
                "goals":"Run again","mechanism":"Lifted","mood":"Low","sleep":"Short","training":"Runs",\
                "work":"Desk"}""");
        var column = new IntakeMoreColumn();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(more)))
                .isEqualTo(more);
        assertThat(column.convertToDatabaseColumn(IntakeMore.EMPTY)).isNull();
    }

    @Test
    void aTextThatIsTooLongIsRefusedByName() {
        assertThatThrownBy(() -> new IntakeMore("", new TreeMap<>(), "", "", "", "", "", "x".repeat(1001)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The goals");
    }
}
