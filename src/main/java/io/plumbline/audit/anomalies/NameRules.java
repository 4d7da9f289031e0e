package io.plumbline.audit.anomalies;

import io.plumbline.audit.anomalies.AccessQuery.PatientName;
import io.plumbline.audit.anomalies.AccessQuery.StaffName;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SearchWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the name of a patient with those of the staff, without accents, capitals and punctuation. The store knows of
 * no staff member which patient they are, so a name is all that there is to compare.
 */
class NameRules {
    private final Map<StaffId, StaffName> byId = new HashMap<>();
    private final Map<List<String>, List<StaffName>> byFullName = new HashMap<>();

    NameRules(Collection<StaffName> staff) {
        for (var member : staff) {
            byId.put(member.id(), member);
            Stream.of(member.display(), member.given() + " " + member.family())
                    .map(SearchWords::words)
                    // one word is no full name
                    .filter(words -> words.size() > 1)
                    .distinct()
                    .forEach(words -> byFullName
                            .computeIfAbsent(words, name -> new ArrayList<>())
                            .add(member));
        }
    }

    /** Returns the rule that tells most of why a person should not view this patient; empty if none applies. */
    Optional<AnomalyRule> of(StaffId person, PatientName patient) {
        var named = fullNames(patient)
                .flatMap(name -> byFullName.getOrDefault(name, List.of()).stream())
                .toList();
        if (named.stream().anyMatch(member -> member.id().equals(person))) {
            return Optional.of(AnomalyRule.OWN_RECORD);
        }
        if (!named.isEmpty()) {
            return Optional.of(
                    named.stream().anyMatch(StaffName::isActive)
                            ? AnomalyRule.COLLEAGUE
                            : AnomalyRule.FORMER_COLLEAGUE);
        }
        return isOfFamily(byId.get(person), SearchWords.words(patient.family()))
                ? Optional.of(AnomalyRule.SAME_FAMILY_NAME)
                : Optional.empty();
    }

    private static Stream<List<String>> fullNames(PatientName patient) {
        return Stream.of(patient.given(), patient.preferred())
                .filter(given -> !given.isBlank())
                .map(given -> SearchWords.words(given + " " + patient.family()))
                .distinct();
    }

    /** The name of an account is one text: its family name is at its end, however many words it has. */
    private static boolean isOfFamily(@Nullable StaffName person, List<String> family) {
        if (person == null || family.isEmpty()) {
            return false;
        }
        if (SearchWords.words(person.family()).equals(family)) {
            return true;
        }
        var words = SearchWords.words(person.display());
        return person.family().isEmpty()
                && words.size() > family.size()
                && words.subList(words.size() - family.size(), words.size()).equals(family);
    }
}
