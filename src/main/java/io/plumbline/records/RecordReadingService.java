package io.plumbline.records;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.breakglass.ActiveBreakGlass;
import io.plumbline.access.breakglass.ActiveBreakGlassQuery;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.records.RecordReading.Page;
import io.plumbline.records.RecordReading.Section;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the privacy officer read one patient's record by break-glass access: all signed entries, restricted session notes
 * too. It can only be read, and each view of a section is on record. Everything else in the portal stays as it is for
 * them: patients are shown by number.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.BREAK_GLASS_READ)
public class RecordReadingService {
    /** How many entries are read at once. */
    static final int AT_ONCE = 20;

    private static final List<RecordSection> SECTIONS = RecordSections.of(true);

    private final BreakGlassService breakGlass;
    private final ActiveBreakGlassQuery active;
    private final KnownPatients patients;
    private final PatientRecords records;
    private final RecordQuery query;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;

    RecordReadingService(
            BreakGlassService breakGlass,
            ActiveBreakGlassQuery active,
            KnownPatients patients,
            PatientRecords records,
            RecordQuery query,
            ClinicService clinics,
            ApplicationEventPublisher events) {
        this.breakGlass = breakGlass;
        this.active = active;
        this.patients = patients;
        this.records = records;
        this.query = query;
        this.clinics = clinics;
        this.events = events;
    }

    /**
     * Begins break-glass access to a record, for one hour.
     *
     * @param operation the id of the new access; repeating the call with the same id has no further effect
     * @param number such as {@code P-1042}
     * @throws Refused if no patient has this number; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional
    public void begin(OperationId operation, String number, BreakGlassReason reason) {
        if (!breakGlass.openToRead(operation, patients.required(number, AccessRequestField.PATIENT), reason)) {
            throw new Refused(AccessRequestField.PATIENT, KnownPatients.NO_PATIENT);
        }
    }

    /**
     * Returns what a record consists of, and records the view; empty without active break-glass access of the current user.
     *
     * @param number such as {@code P-1042}
     */
    @Transactional
    public Optional<RecordReading> find(String number) {
        return patients.withNumber(number).flatMap(patient -> access(patient).map(access -> read(patient, access)));
    }

    private RecordReading read(PatientId patient, ActiveBreakGlass access) {
        var subject = query.subject(patient);
        var left = query.leftOut(patient, true);
        var sections = SECTIONS.stream()
                .map(section -> new Section(
                        section.key(),
                        RecordPdf.words(section.key()),
                        query.ids(section, patient).size()))
                .filter(section -> section.entries() > 0)
                .toList();
        records.of(patient).forEach(record -> events.publishEvent(new RecordReadEvent.Opened(record)));
        return new RecordReading(
                patient,
                subject.name(),
                subject.numbers(),
                subject.born(),
                access.until(),
                sections,
                left.drafts(),
                left.inError());
    }

    /**
     * Reads up to 20 entries of a section, and records that.
     *
     * @param from how many entries come before, from 0
     * @throws Refused if the current user's break-glass access has ended; the message is for the user
     * @throws NotAvailable if there is no such section
     */
    @Transactional
    public Page read(PatientId patient, String section, int from) {
        if (access(patient).isEmpty()) {
            throw new Refused("Your break-glass access has ended. Open the record again with a reason");
        }
        var one = SECTIONS.stream()
                .filter(known -> known.key().equals(section))
                .findFirst()
                .orElseThrow(NotAvailable::new);
        var ids = query.ids(one, patient);
        var some = ids.subList(Math.min(from, ids.size()), Math.min(from + AT_ONCE, ids.size()));
        if (some.isEmpty()) {
            return new Page(List.of(), ids.size());
        }
        records.of(patient)
                .forEach(record -> events.publishEvent(
                        new RecordReadEvent.SectionRead(record, section, from + 1, from + some.size())));
        return new Page(inWords(one, patient, some), from + some.size());
    }

    private List<Part> inWords(RecordSection section, PatientId patient, List<UUID> ids) {
        query.keep(section, ids);
        return new RecordPdf(clinics.ownZone(), zones(), query::question)
                .parts(section, query.rows(section, patient, ids, query.forms()));
    }

    private Map<String, ZoneId> zones() {
        return clinics.labels().values().stream()
                .collect(Collectors.toMap(ClinicLabel::name, ClinicLabel::zone, (one, other) -> one));
    }

    /** Ends the current user's break-glass access to a record early. */
    @Transactional
    public void end(PatientId patient) {
        breakGlass.endReading(patient);
    }

    private Optional<ActiveBreakGlass> access(PatientId patient) {
        return active.findActive(CurrentUser.current().staff(), patient);
    }
}
