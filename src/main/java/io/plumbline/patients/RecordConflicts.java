package io.plumbline.patients;

import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what merged records of one person say differently about dangers. Both are shown and both hold; somebody who
 * treats the patient finds out which is right, and ends or adds the alert.
 */
final class RecordConflicts {
    private RecordConflicts() {}

    /**
     * Returns one sentence for each kind of warning that applies today and that the records do not have alike.
     *
     * @param numbers the patient number of each record, in order
     * @param alerts the alerts of each record, as far as the current user may read them
     */
    static List<String> find(Map<PatientId, String> numbers, Map<PatientId, List<AlertRow>> alerts, LocalDate today) {
        if (numbers.size() < 2) {
            return List.of();
        }
        return Arrays.stream(AlertKind.values())
                .filter(AlertKind::isWarning)
                .map(kind -> conflict(kind, numbers, alerts, today))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String conflict(
            AlertKind kind, Map<PatientId, String> numbers, Map<PatientId, List<AlertRow>> alerts, LocalDate today) {
        var said = new HashMap<PatientId, TreeSet<String>>();
        numbers.keySet().forEach(record -> {
            var words = new TreeSet<String>();
            alerts.getOrDefault(record, List.of()).stream()
                    .filter(alert -> alert.kind() == kind && alert.isOn(today))
                    .forEach(alert -> words.add(alert.words().strip().toLowerCase(Locale.ROOT)));
            said.put(record, words);
        });
        if (said.values().stream().distinct().count() < 2) {
            return "";
        }
        return kind.label() + ": "
                + numbers.entrySet().stream()
                        .map(record -> record.getValue() + " says "
                                + words(alerts.getOrDefault(record.getKey(), List.of()), kind, today))
                        .collect(Collectors.joining(", "));
    }

    private static String words(List<AlertRow> alerts, AlertKind kind, LocalDate today) {
        var words = alerts.stream()
                .filter(alert -> alert.kind() == kind && alert.isOn(today))
                .map(alert -> alert.words().isBlank() ? "yes" : alert.words().strip())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? "nothing" : words;
    }
}
