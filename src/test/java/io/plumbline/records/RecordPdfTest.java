package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Dates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The PDF of a record turns codes into words, and leaves what was typed as it was typed. */
class RecordPdfTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"PR", "PRS", "PRI-la", "ASEX", "pr-m"})
    void aListingStandsAsItWasTyped(String listing) {
        var details = JSON.readTree(
                "{\"segments\":[{\"segment\":\"L5\",\"side\":\"LEFT\",\"listing\":\"" + listing + "\"}]}");
        var row = new RecordRow(UUID.randomUUID(), new TreeMap<>(Map.of("details", details)), Map.of());
        var section =
                new RecordSection("sessionNotes", "Session note", "", "", List.of(new RecordSection.Part("areas", "")));
        assertThat(pdf().parts(section, List.of(row)))
                .containsExactly(new Facts(
                        "Session note", List.of(new Fact("Segments", "Segment: L5; Side: Left; Listing: " + listing))));
    }

    /** Case 08 of the public reports: abbreviations, hyphens and capitals as people type them. */
    @ParameterizedTest
    @ValueSource(strings = {"EMT", "AL", "step-mother", "CODA", "they-them", "UPS", "NSAIDS", "NO_ONE", "back-pain"})
    void whatWasTypedStandsAsItWasTyped(String typed) {
        for (var key : List.of(
                "occupation",
                "emergencyName",
                "emergencyRelation",
                "language",
                "pronouns",
                "referredBy",
                "region",
                "guardianRelation")) {
            assertThat(facts("person", Map.of(key, typed)))
                    .as(key)
                    .extracting(Fact::fact)
                    .containsExactly(typed);
        }
        assertThat(facts("treatmentPlans", Map.of("reasonForCare", typed)))
                .extracting(Fact::fact)
                .containsExactly(typed);
        assertThat(facts("redFlags", Map.of("decisionReason", typed, "examinerRole", typed)))
                .extracting(Fact::fact)
                .containsExactly(typed, typed);
        assertThat(facts("amendmentRequests", Map.of("decision", typed)))
                .extracting(Fact::fact)
                .containsExactly(typed);
        assertThat(facts("referrals", Map.of("answer", typed)))
                .extracting(Fact::fact)
                .containsExactly(typed);
        var more = JSON.createObjectNode().put("allergies", typed).put("work", typed);
        more.putArray("forms").addObject().put("question", typed).put("answer", typed);
        assertThat(facts("intakeNotes", Map.of("more", more)))
                .extracting(Fact::fact)
                .containsExactly(typed, typed, "Question: " + typed + "; Answer: " + typed);
    }

    @Test
    void aPhoneNumberIsShownWithItsExtension() {
        assertThat(facts("person", Map.of("phone", "+16025550190;ext=12")))
                .extracting(Fact::fact)
                .containsExactly("+1 602-555-0190 ext. 12");
    }

    @Test
    void knownCodesRegionsAndQuestionsAreInWords() {
        assertThat(facts("appointments", Map.of("status", "NO_SHOW", "service", "MASSAGE")))
                .extracting(Fact::fact)
                .containsExactly("Massage", "No show");
        assertThat(facts("alerts", Map.of("regions", "back-lumbar-left back-lumbar-right")))
                .extracting(Fact::fact)
                .containsExactly(new BodyRegion("back-lumbar-left").label() + "; "
                        + new BodyRegion("back-lumbar-right").label());
        var row = new RecordRow(
                UUID.randomUUID(),
                new TreeMap<>(),
                Map.of("safetyAnswers", List.of(new TreeMap<>(Map.of("rule", "RF-AAA-1a", "answer", "NO")))));
        assertThat(pdf().parts(section("intakeNotes"), List.of(row)))
                .contains(new Table(
                        "Section: Safety answers",
                        List.of("Answer", "Rule"),
                        List.of(List.of("No", "RF-AAA-1a: Is there an aneurysm?"))));
    }

    @Test
    void aTimeSaysItsZoneWhichIsThatOfItsClinic() {
        var signed = Instant.parse("2026-10-28T19:40:00Z");
        assertThat(facts("intakeNotes", new TreeMap<>(Map.of("clinic", "Harbour Street", "signedAt", signed))))
                .extracting(Fact::fact)
                .containsExactly("Harbour Street", at(signed, "America/Phoenix", "MST"));
        assertThat(facts("intakeNotes", new TreeMap<>(Map.of("clinic", "Fifth Avenue", "signedAt", signed))))
                .extracting(Fact::fact)
                .containsExactly("Fifth Avenue", at(signed, "America/New_York", "EDT"));
        assertThat(facts("person", Map.of("addedAt", signed)))
                .extracting(Fact::fact)
                .containsExactly(at(signed, "Z", "Z"));
    }

    private static String at(Instant signed, String zone, String name) {
        return Dates.stamp(signed, ZoneId.of(zone)) + " " + name;
    }

    @Test
    void aRowOfManyColumnsHasItsOwnFacts() {
        var values = new TreeMap<String, Object>();
        for (var key : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "wording")) {
            values.put(key, key);
        }
        var section = new RecordSection("consents", "Consent", "", "", List.of());
        assertThat(pdf().parts(section, List.of(new RecordRow(UUID.randomUUID(), values, Map.of()))))
                .singleElement()
                .isInstanceOf(Facts.class);
    }

    private static List<Fact> facts(String section, Map<String, ?> values) {
        var row = new RecordRow(UUID.randomUUID(), new TreeMap<>(values), Map.of());
        return ((Facts) pdf().parts(section(section), List.of(row)).getFirst()).facts();
    }

    private static RecordSection section(String key) {
        return new RecordSection(key, "Section", "", "", List.of(new RecordSection.Part("more", "")));
    }

    private static RecordPdf pdf() {
        return new RecordPdf(
                ZoneOffset.UTC,
                Map.of("Harbour Street", ZoneId.of("America/Phoenix"), "Fifth Avenue", ZoneId.of("America/New_York")),
                rule -> rule.equals("RF-AAA-1a") ? Optional.of("Is there an aneurysm?") : Optional.empty());
    }
}
