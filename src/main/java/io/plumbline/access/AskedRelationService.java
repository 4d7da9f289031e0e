package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The relations of clinicians who do not treat a patient and are asked to do what waits: to complete or to conclude an
 * intake note, or to decide a red flag. Each ends 30 days after that is done, or after the first visit; that of who took
 * a red flag ends with the decision.
 */
@Service
@Transactional
@Requires(Permission.FLAG_KEEP)
public class AskedRelationService {
    /** For how many days after the first visit a clinician who may complete the intake note sees the chart. */
    private static final int DAYS_OF_INTAKE = 30;

    /** For how many days after an intake note is concluded the chiropractors who were asked to still see the chart. */
    private static final int DAYS_AFTER_CONCLUSION = 30;

    /**
     * For how many days after a red flag is closed the chiropractors who were asked to decide it still see the chart.
     */
    private static final int DAYS_AFTER_FLAG = 30;

    private final RelationStore relations;
    private final ChartAccessQuery access;
    private final PatientRecords records;
    private final SensitiveReaderQuery sensitive;
    private final StaffNameQuery names;
    private final Clock clock;

    AskedRelationService(
            RelationStore relations,
            ChartAccessQuery access,
            PatientRecords records,
            SensitiveReaderQuery sensitive,
            StaffNameQuery names,
            Clock clock) {
        this.relations = relations;
        this.access = access;
        this.records = records;
        this.sensitive = sensitive;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Gives the chiropractors of a clinic, or its therapists if it has no chiropractor, access to a patient's chart so
     * that one of them can complete the intake note. Does nothing if one of them already sees the patient, for example
     * through the first visit.
     *
     * @param visit the day of the first visit
     */
    @Requires(Permission.LEAD_CONVERT)
    public void relateByIntake(PatientId patient, ClinicId clinic, IntakeId note, LocalDate visit) {
        var chiropractors = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var pool = chiropractors.isEmpty() ? namesAt(Set.of(clinic), Role.THERAPIST) : chiropractors;
        if (pool.stream().noneMatch(one -> access.find(one, patient).isAny())) {
            pool.forEach(one -> relations.relate(
                    one,
                    patient,
                    RelationReason.INTAKE,
                    note.value(),
                    LocalDate.now(clock).minusDays(1),
                    visit.plusDays(DAYS_OF_INTAKE)));
        }
    }

    /**
     * Gives the chiropractors of a clinic access to a patient's chart until one of them concludes the intake note. If the
     * clinic has none, those of the current user's clinics get it.
     */
    @Requires(Permission.INTAKE_WRITE)
    public void relateToConclude(PatientId patient, ClinicId clinic, IntakeId note) {
        var ofClinic = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var pool = ofClinic.isEmpty() ? namesAt(CurrentUser.current().clinics(), Role.CHIROPRACTOR) : ofClinic;
        var since = LocalDate.now(clock).minusDays(1);
        pool.forEach(one ->
                relations.relate(one, patient, RelationReason.INTAKE, note.value(), since, RelationStore.NO_END));
    }

    /** Limits the access that an intake note gave to 30 days from now, once it is concluded or amended. */
    @Requires(Permission.INTAKE_WRITE)
    public void endToConclude(PatientId patient, IntakeId note) {
        relations.limit(
                patient,
                RelationReason.INTAKE,
                note.value(),
                LocalDate.now(clock).plusDays(DAYS_AFTER_CONCLUSION));
    }

    private Set<StaffId> namesAt(Set<ClinicId> clinics, Role role) {
        return names.findNamesAt(clinics, Set.of(role)).keySet();
    }

    /**
     * Gives the chiropractors of a clinic access to the chart of a patient who has no chiropractor, so that one of them
     * can decide a red flag. Renews access that the flag gave before to those who still work there, and ends that of
     * the others. A user with only break-glass access does not count as the patient's chiropractor and gets access
     * only if the clinic has no other chiropractor.
     *
     * @return the chiropractors who got access and had none by this flag
     */
    @Requires(Permission.FLAG_KEEP)
    public Set<StaffId> relateByFlag(PatientId patient, ClinicId clinic, FlagId flag) {
        if (relations.hasChiropractor(records.of(patient))) {
            return Set.of();
        }
        var pool = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var others = pool.stream()
                .filter(one -> !one.equals(CurrentUser.current().staff()))
                .collect(Collectors.toUnmodifiableSet());
        var opened = new HashSet<>(others.isEmpty() ? pool : others);
        var today = LocalDate.now(clock);
        var before = relations.findEnds(patient, RelationReason.FLAG, flag.value());
        // those who no longer work at the clinic
        before.keySet().stream().filter(one -> !pool.contains(one)).forEach(one -> {
            relations.end(one, patient, RelationReason.FLAG, flag.value());
            access.forgetAll(one, patient);
        });
        // those who got access by this flag before keep it, the current user too
        before.keySet().stream().filter(pool::contains).forEach(opened::add);
        opened.forEach(one -> relations.relate(
                one, patient, RelationReason.FLAG, flag.value(), today.minusDays(1), RelationStore.NO_END));
        return opened.stream()
                .filter(one -> before.getOrDefault(one, LocalDate.MIN).isBefore(today))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the clinicians of a clinic who may clear a red flag of a patient, by name; of a sensitive patient only those
     * who are named for the record.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Requires(Permission.FLAG_DECIDE)
    public Map<StaffId, String> findWhoMayClear(PatientId patient, ClinicId clinic) {
        if (!access.find(CurrentUser.current().staff(), patient).isAny()) {
            throw new NotAvailable();
        }
        var all = names.findNamesAt(Set.of(clinic), PermissionTable.holdersOf(Permission.FLAG_DECIDE));
        var found = new LinkedHashMap<StaffId, String>();
        all.forEach((one, name) -> {
            if (sensitive.findHidden(one, records.of(patient)).isEmpty()) {
                found.put(one, name);
            }
        });
        return found;
    }

    /**
     * Gives the other clinicians of a clinic who may clear a red flag access to the patient's chart, so that one of them can
     * confirm what the current user proposes.
     *
     * @return those who got access and had none
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Requires(Permission.FLAG_DECIDE)
    public Set<StaffId> relateToConfirm(PatientId patient, ClinicId clinic, FlagId flag) {
        var me = CurrentUser.current().staff();
        var opened = findWhoMayClear(patient, clinic).keySet().stream()
                .filter(one -> !one.equals(me) && !access.find(one, patient).isByRelation())
                .collect(Collectors.toUnmodifiableSet());
        var since = LocalDate.now(clock).minusDays(1);
        opened.forEach(one -> {
            relations.relate(one, patient, RelationReason.FLAG, flag.value(), since, RelationStore.NO_END);
            access.forgetAll(one, patient);
        });
        return opened;
    }

    /** Limits the access that a red flag gave to 30 days from now, once the flag is closed. */
    @Requires(Permission.FLAG_KEEP)
    public void endByFlag(PatientId patient, FlagId flag) {
        relations.limit(
                patient, RelationReason.FLAG, flag.value(), LocalDate.now(clock).plusDays(DAYS_AFTER_FLAG));
    }

    /**
     * Gives the current user access to a patient's chart until a red flag is decided. The calling code must have locked the
     * flag, so that of two who take it at once one waits, and must have checked that it is the current user's to take.
     *
     * @return the name of the colleague who took it first; empty if the current user has it now
     * @throws Refused if the patient is sensitive and the current user is not named; the message is for the user
     */
    @Requires(Permission.FLAG_DECIDE)
    public Optional<String> relateByTaking(PatientId patient, FlagId flag) {
        var me = CurrentUser.current().staff();
        sensitive.requireNamed(me, patient);
        var today = LocalDate.now(clock);
        var first = relations.findEnds(patient, RelationReason.TAKEN_FLAG, flag.value()).entrySet().stream()
                .filter(taken -> !taken.getKey().equals(me) && !taken.getValue().isBefore(today))
                .map(taken -> names.find(taken.getKey()))
                .filter(StaffNameQuery.Named::active)
                .map(StaffNameQuery.Named::name)
                .findFirst();
        if (first.isEmpty()) {
            relateByTaking(me, patient, flag, today);
        }
        return first;
    }

    private void relateByTaking(StaffId who, PatientId patient, FlagId flag, LocalDate today) {
        relations.relate(
                who, patient, RelationReason.TAKEN_FLAG, flag.value(), today.minusDays(1), RelationStore.NO_END);
        access.forgetAll(who, patient);
    }

    /**
     * Ends the access of who took a red flag, once it is decided.
     *
     * @param isReferred whether a referral is to be written, for which the access lasts until the end of the next day
     */
    @Requires(Permission.FLAG_DECIDE)
    public void endByTaking(PatientId patient, FlagId flag, boolean isReferred) {
        var last = LocalDate.now(clock).plusDays(isReferred ? 1 : -1);
        relations
                .findEnds(patient, RelationReason.TAKEN_FLAG, flag.value())
                .keySet()
                .forEach(one -> {
                    relations.shorten(one, patient, RelationReason.TAKEN_FLAG, flag.value(), last);
                    access.forgetAll(one, patient);
                });
    }

    /**
     * Renews the access of the current user who took a red flag and undoes their decision on it. The calling code must end
     * the transaction if the decision is not theirs to undo.
     *
     * @return whether the current user had taken it, and finds the record still
     */
    @Requires(Permission.FLAG_DECIDE)
    public boolean renewByTaking(PatientId patient, FlagId flag) {
        var me = CurrentUser.current().staff();
        var isMine = relations
                        .findEnds(patient, RelationReason.TAKEN_FLAG, flag.value())
                        .containsKey(me)
                && sensitive.findHidden(me, Set.of(patient)).isEmpty();
        if (isMine) {
            relateByTaking(me, patient, flag, LocalDate.now(clock));
        }
        return isMine;
    }
}
