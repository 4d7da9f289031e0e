package io.plumbline.records.retention;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Until when many records are kept, with four statements however many there are. Authorizes nothing. */
@Component
public class KeptRecords {
    private final RetentionQuery query;
    private final RetentionRules rules;
    private final ClinicService clinics;

    KeptRecords(RetentionQuery query, RetentionRules rules, ClinicService clinics) {
        this.query = query;
        this.rules = rules;
        this.clinics = clinics;
    }

    /**
     * How long the records of one patient are kept.
     *
     * @param records those that are read as one, first the one under which they are read
     */
    public record Kept(SequencedSet<PatientId> records, KeepUntil until) {}

    /** Returns whether any clinic has a rule; without one no retention ends. */
    public boolean hasRules() {
        return clinics.labels().values().stream()
                .anyMatch(clinic -> rules.of(clinic).isPresent());
    }

    /** Returns it for each of some records that exist; merged records stand together. */
    public Map<PatientId, Kept> of(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        var groups = query.merged(patients);
        var members = new LinkedHashSet<>(patients);
        groups.values().forEach(members::addAll);
        var states = query.states(members);
        var known = query.clinicsOf(members);
        var byClinic = new HashMap<ClinicId, Optional<RetentionRule>>();
        clinics.labels().forEach((id, label) -> byClinic.put(id, rules.of(label)));
        var all = new HashMap<PatientId, Kept>();
        for (var patient : patients) {
            var group = groups.getOrDefault(patient, new LinkedHashSet<>(Set.of(patient)));
            group.stream()
                    .flatMap(record -> Optional.ofNullable(states.get(record)).stream())
                    .reduce(RecordState::and)
                    .ifPresent(state -> all.put(
                            patient,
                            new Kept(
                                    Collections.unmodifiableSequencedSet(group),
                                    KeepUntil.of(state, rules(group, known, byClinic)))));
        }
        return all;
    }

    private static List<Optional<RetentionRule>> rules(
            Set<PatientId> group,
            Map<PatientId, Set<ClinicId>> known,
            Map<ClinicId, Optional<RetentionRule>> byClinic) {
        return group.stream()
                .flatMap(record -> known.getOrDefault(record, Set.of()).stream())
                .distinct()
                .map(clinic -> byClinic.getOrDefault(clinic, Optional.empty()))
                .toList();
    }
}
