package io.plumbline.safety;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Utc;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Red flags: what was noticed, and what waits for a chiropractor's decision. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_READ)
public class SafetyService {
    private static final int MOST_FLAGS = 200;

    private final RedFlags flags;
    private final ScreeningRules rules;
    private final RelationService relations;
    private final PatientService patients;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SafetyService(
            RedFlags flags,
            ScreeningRules rules,
            RelationService relations,
            PatientService patients,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.flags = flags;
        this.rules = rules;
        this.relations = relations;
        this.patients = patients;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The open red flags of the caller's patients, most urgent and then oldest first; at most 200. Put on record. */
    @Transactional
    public List<FlagRow> open() {
        var mine = relations.scope().patients();
        events.publishEvent(new FlagsListed(Caller.current().staff()));
        if (mine.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select f.id, f.subject_id, f.flag, f.flag_level, f.status, f.raised_at, p.given_name, p.family_name
                from red_flag f join patient p on p.id = f.subject_id
                where f.subject_id in (:mine) and f.status in (:open)
                order by locate(f.flag_level, :urgency), f.raised_at, f.id limit :most""")
                .param("mine", Ids.bytes(mine, PatientId::value))
                .param("open", FlagStatus.OPEN.stream().map(FlagStatus::name).toList())
                .param("urgency", FlagLevel.inOrder())
                .param("most", MOST_FLAGS)
                .query((row, n) -> new FlagRow(
                        Ids.uuid(row.getBytes("id")),
                        new PatientId(Ids.uuid(row.getBytes("subject_id"))),
                        row.getString("given_name") + " " + row.getString("family_name"),
                        row.getString("flag"),
                        FlagLevel.valueOf(row.getString("flag_level")),
                        FlagStatus.valueOf(row.getString("status")),
                        Utc.in(row, "raised_at")))
                .list();
    }

    /** How many red flags of the caller's patients are open. */
    public long countOpen() {
        var mine = relations.scope().patients();
        if (mine.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from red_flag where subject_id in (:mine) and status in (:open)")
                .param("mine", Ids.bytes(mine, PatientId::value))
                .param("open", FlagStatus.OPEN.stream().map(FlagStatus::name).toList())
                .query(Long.class)
                .single();
    }

    /**
     * Raises the flag of a screening rule for a patient of the caller.
     *
     * @throws IllegalArgumentException if there is no such rule
     * @throws AccessDeniedException if the patient is not in relation to the caller, or the clinic is not theirs
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE)
    public void raise(PatientId patient, ClinicId clinic, String ruleId) {
        var rule = rules.rule(ruleId)
                .orElseThrow(() -> new IllegalArgumentException("There is no screening rule " + ruleId));
        if (!relations.scopeOf(patient).isClinical(patient)
                || !Caller.current().clinics().contains(clinic)) {
            throw new AccessDeniedException("Not available");
        }
        flags.save(RedFlag.raised(patient, clinic, rules, rule, Caller.current().staff(), clock.instant()));
        patients.flagOpened(patient, rule.level());
    }
}
