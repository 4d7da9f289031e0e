package io.plumbline.leads.ui.panel;

import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.CandidateLine;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds duplicate candidates for a person who is being typed in. */
@Component
class LeadDuplicateHints {
    private final LeadMatchService matches;
    private final LeadZones zones;

    LeadDuplicateHints(LeadMatchService matches, LeadZones zones) {
        this.matches = matches;
        this.zones = zones;
    }

    /** Finds them among the leads and patients that the current user may see. */
    List<CandidateLine> find(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var today = zones.today(null);
        var leads = matches.leads(name, phone, email).stream()
                .map(one -> new CandidateLine(
                        one.fullName(),
                        Routes.lead(one.id()),
                        "Lead · " + one.status().label().toLowerCase(Locale.ROOT),
                        one.score().words()));
        var patients = matches.patients(name, phone, email).stream()
                .map(one -> new PossibleDuplicate(one.patient(), one.score().words()).candidate(today));
        return Stream.concat(leads, patients).toList();
    }
}
