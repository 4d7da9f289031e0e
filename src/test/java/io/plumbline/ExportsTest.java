package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.access.signin.IdentityService.ProofNeeded;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.exports.AuditExportService;
import io.plumbline.documents.SmallFiles;
import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportKind;
import io.plumbline.imports.ImportService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.imports.LeadImportService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.leads.report.LeadReportService;
import io.plumbline.notes.NotePrintService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.share.CarriedShareService;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.attachments.AttachmentDraft;
import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.patients.attachments.AttachmentKind;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.exports.PatientExportService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.worklist.PlanExportService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.records.AccessRequestDraft;
import io.plumbline.records.AccessRequestService;
import io.plumbline.records.ExportReason;
import io.plumbline.records.RecordExportService;
import io.plumbline.records.clinicexports.ClinicExportDraft;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRunService;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.records.disclosures.DisclosureService;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralService;
import io.plumbline.schedule.ScheduleExportService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Exports;
import io.plumbline.support.Exports.Reason;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;

/** Every export of exports.csv: refused without the permission and without a reason, on record once, and no more than one's own. */
@StoreTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {
    private static final String REASON = "Asked for by the owner of the clinics";

    @Autowired
    Staff staff;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    /** How each export is asked for, by the method of the service. */
    private final Map<String, Way> ways = new LinkedHashMap<>();

    private final Map<String, String> people = new HashMap<>(Map.of(
            "nobody", "nobody",
            "system", "system",
            "manager", "manager",
            "frontdesk", "westdesk",
            "chiropractor", "chiropractor",
            "therapist", "therapist",
            "auditor", "auditor"));

    /** Others with the same role, at a clinic that has nothing to do with the record. */
    private final Map<String, String> outsiders = new HashMap<>();

    /** Asks for one export, and returns what is in it. */
    @FunctionalInterface
    private interface Way {
        @Nullable
        Object ask(String reason) throws IOException;
    }

    @BeforeAll
    void peopleAndRecords(
            @Autowired PatientService patients,
            @Autowired ConsentService consents,
            @Autowired AttachmentService files,
            @Autowired IntakeService intake,
            @Autowired NoteService notes,
            @Autowired NotePrintService ranges,
            @Autowired PlanService plans,
            @Autowired ReferralService referrals,
            @Autowired ScheduleService schedule) {
        group.account("export-admin", Role.ADMIN);
        people.put("admin", "export-admin");
        var other = group.own("xp");
        outsiders.put("manager", other.manager());
        for (var role : List.of(Role.FRONT_DESK, Role.CHIROPRACTOR, Role.THERAPIST)) {
            var name = "export-" + role.name().toLowerCase(Locale.ROOT);
            group.account(name, role, other.id());
            outsiders.put(role == Role.FRONT_DESK ? "frontdesk" : role.name().toLowerCase(Locale.ROOT), name);
        }
        var patient = care.treated("Exportable");
        var signed = care.signIntake(patient, care.assessed("Stiff back"));
        var plan = care.activePlan(patient, "Care of the back");
        var note = care.earlierNote(patient);
        var file = staff.as("therapist", () -> attach(files, patient));
        var consent = staff.as(
                "manager",
                () -> consents.give(
                        patient,
                        new ConsentDraft(
                                ConsentKind.CONTACT, "2026-01", care.today().minusDays(3))));
        var referral = staff.as(
                "chiropractor",
                () -> referrals.ask(
                        patient,
                        new ReferralDraft(
                                group.west,
                                null,
                                "Imaging of the lumbar spine",
                                ReferralPriority.ROUTINE,
                                care.today().plusDays(9)),
                        null,
                        OperationId.next()));
        ways.put("PatientService.print", reason -> patients.print(patient));
        ways.put("ConsentService.print", reason -> consents.print(consent));
        ways.put(
                "AttachmentService.download",
                reason -> files.download(file).content().readAllBytes());
        // who sees one again within the hour leaves no second row
        ways.put(
                "AttachmentService.preview",
                reason -> files.preview(staff.as("therapist", () -> attach(files, patient)), 1));
        ways.put("IntakeService.print", reason -> intake.print(signed));
        ways.put("NoteService.print", reason -> notes.print(note));
        ways.put("NotePrintService.print", reason -> ranges.print(
                        patient, new NotePrintService.Range(care.today().minusDays(30), care.today(), false))
                .notes());
        ways.put("PlanService.print", reason -> plans.print(plan));
        ways.put("ReferralService.print", reason -> referrals.print(referral));
        ways.put("ScheduleService.print", reason -> schedule.print(group.west, care.today()));
    }

    @BeforeAll
    void lists(
            @Autowired PatientExportService patients,
            @Autowired PlanExportService plans,
            @Autowired ScheduleExportService schedule,
            @Autowired LeadService leads,
            @Autowired LeadListService leadLists,
            @Autowired LeadReportService reports,
            @Autowired LeadImportService leadImports,
            @Autowired CarriedShareService shares) {
        var draft = new LeadDraft(
                "Exportable Lead",
                new PhoneNumber("+16025550199"),
                null,
                "Lower back",
                CallWindow.ANY_TIME,
                LeadSource.SIGN,
                group.west,
                care.today().atStartOfDay().toInstant(ZoneOffset.UTC));
        staff.doAs("system", () -> leads.receive(draft, null));
        var west = LeadFilter.NONE.of(group.west);
        ways.put("PatientExportService.export", reason -> rows(each -> patients.export(reason, each::add)));
        ways.put(
                "PlanExportService.export",
                reason -> rows(each -> plans.export(PlanFilter.ALL, PlanNarrowing.NONE, reason, each::add)));
        ways.put(
                "ScheduleExportService.export",
                reason -> schedule.export(group.west, care.today().minusDays(6), care.today(), reason));
        ways.put("LeadListService.export", reason -> rows(each -> leadLists.export(west, reason, each::add)));
        ways.put("LeadReportService.export", reason -> reports.export(
                        west.within(care.today().minusDays(2), care.today()), LeadReportBy.SOURCE)
                .parts());
        ways.put("CarriedShareService.export", reason -> shares.export());
        ways.put("LeadImportService.headings", reason -> leadImports.headings());
    }

    @BeforeAll
    void recordsAndProof(
            @Autowired RecordExportService exports,
            @Autowired AccessRequestService requests,
            @Autowired DisclosureService disclosures,
            @Autowired IncidentService incidents,
            @Autowired AuditExportService trail,
            @Autowired ImportService imports,
            @Autowired ImportCheckService checks,
            @Autowired ImportFindingService found) {
        var patient = care.treated("Copied");
        var number = jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
        var request = staff.as(
                "auditor",
                () -> requests.register(new AccessRequestDraft(number, "Herself", "License seen", care.today())));
        var incident = staff.as("auditor", () -> {
            var id = incidents.record(new IncidentDraft(
                    "A password was shared", care.today(), staff.username("therapist"), care.today(), care.today()));
            incidents.freeze(id, incidents.find(id).version());
            return id;
        });
        var filter = new AuditFilter(null, null, "patient.exported", null, null);
        var file = staff.as("manager", () -> begun(imports));
        staff.doAs("manager", () -> checks.check(file, done -> {}, () -> false));
        ways.put(
                "RecordExportService.begin",
                reason -> exports.begin(patient, new ExportReason(ExportReason.Kind.OTHER, reason)));
        ways.put("AccessRequestService.begin", reason -> requests.begin(request));
        ways.put("DisclosureService.report", reason -> disclosures.report(number, reason));
        ways.put("IncidentService.export", reason -> incidents.export(incident, reason));
        ways.put("AuditExportService.export", reason -> trail.export(filter, reason, new ByteArrayOutputStream())
                .rows());
        ways.put("ImportFindingService.writeProblems", reason -> {
            var out = new ByteArrayOutputStream();
            found.writeProblems(file, out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    @BeforeAll
    void everythingOfAClinic(
            @Autowired ClinicExportService exports,
            @Autowired ClinicExportReleaseService releases,
            @Autowired ClinicExportRunService runs)
            throws GeneralSecurityException {
        var key = new String(
                new X25519KeyPairGenerator().generateKeyPair().getPublic().getEncoded(), StandardCharsets.US_ASCII);
        var export = care.provenly(
                "manager", () -> exports.ask(new ClinicExportDraft(group.west, REASON, "Another Product Inc.", key)));
        care.asProven(
                "auditor", () -> releases.release(export, releases.find(export).version()));
        staff.as("system", runs::run);
        ways.put("ClinicExportService.download", reason -> exports.download(export));
    }

    @Test
    void everyExportOfTheTableIsAskedHere() {
        assertThat(ways.keySet())
                .as("a new export needs a way of asking for it here")
                .isEqualTo(lines().stream().map(Exports.Line::method).collect(Collectors.toSet()));
    }

    @Test
    void eachIsRefusedToEveryRoleThatMayNotAndLeavesNothing() {
        var allowed = Rbac.lines("method").stream().collect(Collectors.toMap(Rbac.Line::name, Rbac.Line::allowed));
        for (var line : lines()) {
            var mayOf = Objects.requireNonNull(allowed.get(line.method()), line.method());
            for (var role : mayOf.keySet()) {
                var before = rowsOf(line);
                var outcome = outcome(Objects.requireNonNull(people.get(role), role), line, REASON, true);
                var what = line.method() + " as " + role;
                assertThat(!(outcome instanceof AuthorizationDeniedException))
                        .as(what)
                        .isEqualTo(mayOf.get(role));
                if (outcome instanceof Throwable) {
                    assertThat(rowsOf(line)).as(what).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void whatLeavesTheRelationIsRefusedWithoutAReasonAndWithoutProof() {
        for (var line : lines()) {
            var who = who(line);
            var before = rowsOf(line);
            if (line.reason() == Reason.YES) {
                for (var empty : List.of("", " ", "\u200B", "x".repeat(500))) {
                    assertThat(outcome(who, line, empty, true)).as(line.file()).isInstanceOf(Refused.class);
                }
            }
            if (line.reason() != Reason.NO) {
                assertThat(outcome(who, line, REASON, false)).as(line.file()).isInstanceOf(ProofNeeded.class);
            }
            assertThat(rowsOf(line)).as(line.file()).isEqualTo(before);
        }
    }

    @Test
    void eachLeavesExactlyOneRowWithWhoAndWhy() {
        for (var line : lines()) {
            var who = who(line);
            var before = rowsOf(line);
            assertThat(outcome(who, line, REASON, line.reason() != Reason.NO))
                    .as(line.file())
                    .isNotInstanceOf(Throwable.class);
            var after = rowsOf(line);
            assertThat(after - before).as(line.file()).isEqualTo(line.isOnRecord() ? 1 : 0);
            if (line.isOnRecord()) {
                assertThat(actorOfLast(line)).as(line.file()).isEqualTo(staff.username(who));
            }
            if (line.reason() == Reason.YES) {
                assertThat(detailOfLast(line)).as(line.file()).contains(REASON);
            }
        }
    }

    @Test
    void nobodyOfAnotherClinicGetsWhatIsNotTheirs() {
        var asked = 0;
        for (var line : lines()) {
            var allowed = Rbac.lines("method").stream()
                    .filter(method -> method.name().equals(line.method()))
                    .findFirst()
                    .orElseThrow()
                    .allowed();
            for (var outsider : outsiders.entrySet()) {
                if (!Objects.requireNonNull(allowed.get(outsider.getKey())) || !line.isOnRecord()) {
                    continue;
                }
                var what = line.file() + " for a " + outsider.getKey() + " of another clinic";
                var ofRecord = jdbc.sql("select count(*) from audit_event where kind = ? and patient is not null")
                        .param(line.row())
                        .query(Long.class)
                        .single();
                var outcome = outcome(outsider.getValue(), line, REASON, true);
                asked++;
                assertThat(outcome instanceof NotAvailable || isNothing(outcome))
                        .as(what + ": " + outcome)
                        .isTrue();
                assertThat(jdbc.sql("select count(*) from audit_event where kind = ? and patient is not null")
                                .param(line.row())
                                .query(Long.class)
                                .single())
                        .as(what)
                        .isEqualTo(ofRecord);
            }
        }
        assertThat(asked).isGreaterThan(20);
    }

    private static boolean isNothing(@Nullable Object outcome) {
        return switch (outcome) {
            case null -> true;
            case Optional<?> some -> some.isEmpty();
            case Collection<?> some -> some.isEmpty();
            default -> false;
        };
    }

    private static List<Exports.Line> lines() {
        return Exports.lines().stream()
                .filter(line -> line.reason() != Reason.PUBLIC)
                .toList();
    }

    /** The first of those who treat, and otherwise of those who may. */
    private String who(Exports.Line line) {
        var allowed = Rbac.lines("method").stream()
                .filter(method -> method.name().equals(line.method()))
                .findFirst()
                .orElseThrow()
                .allowed();
        return List.of("chiropractor", "therapist", "manager", "auditor").stream()
                .filter(role -> Objects.requireNonNull(allowed.get(role)))
                .map(role -> Objects.requireNonNull(people.get(role)))
                .findFirst()
                .orElseThrow();
    }

    /** What is in it, or why it was refused. */
    private @Nullable Object outcome(String who, Exports.Line line, String reason, boolean isProven) {
        var way = Objects.requireNonNull(ways.get(line.method()), line.method());
        return staff.<@Nullable Object>as(who, () -> {
            try {
                if (isProven && !who.equals("nobody") && !who.equals("system")) {
                    identity.prove(TestGroup.PASSWORD);
                }
                return way.ask(reason);
            } catch (RuntimeException | IOException refused) {
                return refused;
            }
        });
    }

    private long rowsOf(Exports.Line line) {
        return jdbc.sql("select count(*) from audit_event where kind = ?")
                .param(line.row())
                .query(Long.class)
                .single();
    }

    private String actorOfLast(Exports.Line line) {
        return jdbc.sql("select s.username from audit_event e join staff_account s on s.id = e.actor where e.kind = ?"
                        + " order by e.id desc limit 1")
                .param(line.row())
                .query(String.class)
                .single();
    }

    private String detailOfLast(Exports.Line line) {
        return jdbc.sql("select detail from audit_event where kind = ? order by id desc limit 1")
                .param(line.row())
                .query(String.class)
                .single();
    }

    private static <T> List<T> rows(Consumer<List<T>> export) {
        var all = new ArrayList<T>();
        export.accept(all);
        return all;
    }

    private AttachmentId attach(AttachmentService files, PatientId patient) {
        try {
            var received = files.receive(patient, new ByteArrayInputStream(SmallFiles.pdfOf(1)));
            return files.attach(
                    patient,
                    new AttachmentDraft(
                            AttachmentKind.IMAGING,
                            "MRI",
                            "Imaging of the lumbar spine",
                            care.today().minusDays(9)),
                    received);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ImportId begun(ImportService imports) {
        try {
            var text = "id,first name,last name\n1,,Nameless\n2,Ada,Named\n";
            var file = imports.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return imports.begin(ImportKind.PATIENTS, group.west, file, "patients.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
