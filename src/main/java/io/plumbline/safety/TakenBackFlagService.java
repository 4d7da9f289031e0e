package io.plumbline.safety;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Red flags whose finding an amended note takes back. None of them is cleared by that. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_RAISE)
public class TakenBackFlagService {
    private final RedFlags flags;
    private final ScreeningRules rules;
    private final FlagEffects effects;
    private final RelationService relations;
    private final PatientRecords records;
    private final Clock clock;

    TakenBackFlagService(
            RedFlags flags,
            ScreeningRules rules,
            FlagEffects effects,
            RelationService relations,
            PatientRecords records,
            Clock clock) {
        this.flags = flags;
        this.rules = rules;
        this.effects = effects;
        this.relations = relations;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Returns the red flags in force whose finding a new version of a note takes back, most urgent first; empty if the
     * patient is not in relation to the current user. They are those that an earlier version raised, and those that were raised
     * from no note, such as by an online intake, and that the amended version found too. A flag of another note stays with
     * that note.
     *
     * @param earlier the earlier versions of the note
     * @param before the answers of the version that is amended
     * @param now the answers of the new version
     */
    public List<TakenBackFlag> find(
            PatientId patient,
            List<ClinicalNoteId> earlier,
            Map<String, ScreeningAnswer> before,
            Map<String, ScreeningAnswer> now) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            return List.of();
        }
        var inForce = flags.inForceOf(records.of(patient));
        // while a flag is in force, a version that finds the same raises no second one
        var confirmed = rules.found(before, List.of());
        var own = inForce.stream()
                .filter(flag -> flag.isFoundIn(earlier) || flag.isFoundInNoNote() && confirmed.contains(flag.rule()))
                .toList();
        var ofOthers = inForce.stream().filter(flag -> !own.contains(flag)).toList();
        var found = rules.found(before, ofOthers);
        found.removeAll(rules.found(now, ofOthers));
        return own.stream()
                .filter(flag -> found.contains(flag.rule()))
                .map(flag -> new TakenBackFlag(flag.id(), flag.flag(), questionOf(flag), flag.level()))
                .sorted(Comparator.comparing(TakenBackFlag::level).thenComparing(TakenBackFlag::flag))
                .toList();
    }

    private String questionOf(RedFlag flag) {
        return rules.rule(flag.rule()).map(ScreeningRules.Rule::words).orElse(flag.rule());
    }

    /**
     * Records in the history of a red flag that the amended note, signed now, takes back its finding. The flag stays in
     * force.
     *
     * @param isToDecide whether a chiropractor is asked to decide it, again if it was referred
     * @throws NotAvailable if the flag does not exist, or is not one of this patient, who is in relation to the current user
     */
    @Transactional
    public void takeBack(PatientId patient, FlagId id, boolean isToDecide) {
        flags.lock(id.value());
        var flag = flags.findById(id.value())
                .filter(found -> relations.scopeOf(patient).isClinical(found.patient()))
                .orElseThrow(NotAvailable::new);
        flag.takenBack(isToDecide, CurrentUser.current().staff(), clock.instant());
        flags.saveAndFlush(flag);
        effects.keepHeader(patient);
        effects.keepOnLists(flag);
    }
}
