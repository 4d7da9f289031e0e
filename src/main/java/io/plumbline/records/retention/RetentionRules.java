package io.plumbline.records.retention;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The retention rules of the file, and the one of each clinic by its jurisdiction. */
@Component
class RetentionRules {
    /** The only start of the time that is known. A rule with another is refused, not guessed. */
    private static final String CLOCK_START = "last-treatment";

    private final Map<String, RetentionRule> byClinic = new HashMap<>();

    /** @throws StartRefused if the file or a setting is wrong, so that the portal does not start */
    RetentionRules(RetentionSettings settings) {
        try {
            fill(settings);
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(wrong.getMessage() + ". Correct it, then start again.");
        }
    }

    private void fill(RetentionSettings settings) {
        var rules = read(settings.rules());
        settings.byClinic().forEach((clinic, jurisdiction) -> {
            var rule = rules.get(jurisdiction);
            if (rule == null) {
                throw new IllegalArgumentException(
                        "plumbline.retention.jurisdictions: " + jurisdiction + " of the clinic " + clinic
                                + " has no rule in " + settings.rules().getDescription());
            }
            byClinic.put(clinic, rule);
        });
    }

    /** Returns the rule of a clinic; empty if it has none. */
    Optional<RetentionRule> of(ClinicLabel clinic) {
        return Optional.ofNullable(byClinic.get(clinic.code()));
    }

    static Map<String, RetentionRule> read(Resource file) {
        var rules = new HashMap<String, RetentionRule>();
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            for (var row : reader) {
                var rule = rule(row);
                if (rules.put(rule.jurisdiction(), rule) != null) {
                    throw new IllegalArgumentException("There are two rules for " + rule.jurisdiction());
                }
            }
        } catch (IOException | IllegalArgumentException | CsvParseException | NoSuchElementException e) {
            throw new IllegalArgumentException(
                    "The retention rules of " + file.getDescription() + " cannot be read: " + e.getMessage(), e);
        }
        return rules;
    }

    private static RetentionRule rule(NamedCsvRecord row) {
        var start = row.getField("clock-start").strip();
        if (!start.equals(CLOCK_START)) {
            throw new IllegalArgumentException("clock-start must be " + CLOCK_START + ", not " + start);
        }
        var minors = row.getField("minors-until-age").strip();
        return new RetentionRule(
                row.getField("jurisdiction").strip(),
                row.getField("label").strip(),
                number(row.getField("years")),
                minors.isEmpty() ? null : number(minors));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is expected, not " + typed, e);
        }
    }
}
