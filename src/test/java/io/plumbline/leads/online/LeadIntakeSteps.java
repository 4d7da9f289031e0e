package io.plumbline.leads.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadReviewService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.RequestTriage;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.review.LeadReview;
import io.plumbline.leads.review.LeadReviewListService;
import io.plumbline.onlineintake.CreatedLink;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.FormSubmission;
import io.plumbline.onlineintake.IdentityAnswer;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.onlineintake.OnlineCodes;
import io.plumbline.onlineintake.OnlineExpiryService;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.onlineintake.OnlineIntakeState;
import io.plumbline.onlineintake.OnlineReviewService;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.onlineintake.Origin;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.consents.ConsentTextContent;
import io.plumbline.patients.consents.ConsentTextKey;
import io.plumbline.patients.consents.ConsentTextService;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The steps of the tests of online intakes of leads: a lead asks, gets a link, answers, and is converted. */
abstract class LeadIntakeSteps {
    static final LocalDate BORN = LocalDate.of(1970, 4, 27);
    static final String ADDRESS = "2001:db8::7";
    static final PhoneNumber PHONE = new PhoneNumber("+16025550142");
    static final Map<String, List<String>> SADDLE = Map.of("screen.RF-CES-1", List.of("yes"));
    static final Map<String, List<String>> CALF = Map.of("screen.RF-DVT", List.of("yes"));
    static final Map<String, List<String>> SADDLE_AND_CALF =
            Map.of("screen.RF-CES-1", List.of("yes"), "screen.RF-DVT", List.of("yes"));

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    LeadIntakeService intakes;

    @Autowired
    LeadLinks links;

    @Autowired
    RequestTriage triage;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    OnlineIntakeService ofPatients;

    @Autowired
    OnlineFormService forms;

    @Autowired
    OnlineReviewService reviews;

    @Autowired
    OnlineExpiryService expiry;

    @Autowired
    LeadService leads;

    @Autowired
    LeadReturnService returns;

    @Autowired
    LeadReviewService leadReviews;

    @Autowired
    LeadReviewListService waiting;

    @Autowired
    LeadConsultationService consultations;

    @Autowired
    PatientService patients;

    @Autowired
    IntakeService notes;

    @Autowired
    ConsentService consents;

    @Autowired
    ConsentTextService texts;

    @Autowired
    ClinicService clinics;

    @Autowired
    SafetyService safety;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    /** A lead with a booked consultation, whose answers became a lead of their own and were deleted with the link. */
    LeadId withdrawnEmergency(String name, LocalTime at) {
        var lead = contacted(name);
        staff.doAs("westdesk", () -> consultations.book(lead, opened(lead).version(), visit(at)));
        var link = sent(lead);
        save(link, SADDLE);
        staff.doAs("westdesk", () -> intakes.withdraw(lead, link.intake()));
        assertThat(drafts(link)).isZero();
        return lead;
    }

    PatientId convertedAsBooked(LeadId lead) {
        var conversion = new Conversion(new PatientDraft("Ana", "Ruiz", BORN, null, null), null, group.west, null);
        return staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
    }

    void merge(LeadId lead, LeadId kept) {
        staff.doAs("westdesk", () -> returns.merge(lead, version(lead), kept));
    }

    void decide(LeadId lead, ReviewOutcome outcome) {
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("chiropractor", () -> leadReviews.take(lead, version(lead)));
        staff.doAs("chiropractor", () -> leadReviews.decide(lead, version(lead), outcome, "Called, and all is well"));
    }

    long version(LeadId lead) {
        return staff.as("westdesk", () -> leads.reload(lead)).orElseThrow().version();
    }

    Optional<LeadReview> review(LeadId lead) {
        return staff.as("chiropractor", () -> waiting.find(lead));
    }

    PatientId converted(LeadId lead, LocalDate born, LocalTime at) {
        var conversion = new Conversion(new PatientDraft("Ana", "Ruiz", born, null, null), null, group.west, visit(at));
        return staff.as(
                "westdesk", () -> consultations.convert(lead, opened(lead).version(), conversion));
    }

    FirstVisit visit(LocalTime at) {
        var tomorrow = staff.as("westdesk", () -> clinics.todayAt(group.west)).plusDays(1);
        return new FirstVisit(group.west, group.therapist, tomorrow, at);
    }

    String published(ConsentKind kind) {
        var key = new ConsentTextKey(kind, ConsentLanguage.ENGLISH);
        return staff.as("manager", () -> {
            var today = clinics.todayAt(group.west);
            if (texts.open(key).versions().isEmpty()) {
                texts.edit(key, texts.open(key).revision());
                texts.saveDraft(key, texts.open(key).revision(), new ConsentTextContent("Title", "One", today, false));
                texts.publish(key, texts.open(key).revision());
            }
            return texts.findCurrent(kind, ConsentLanguage.ENGLISH, today)
                    .orElseThrow()
                    .id()
                    .toString();
        });
    }

    List<ConsentRow> consentsOf(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient))
                .orElseThrow()
                .consents();
    }

    List<FlagLevel> levels(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient)).stream()
                .map(flag -> flag.level())
                .toList();
    }

    List<OnlineIntakeRow> ofPatient(PatientId patient) {
        return staff.as(
                "westdesk",
                () -> ofPatients.findByPatient(patients.details(patient).orElseThrow()));
    }

    List<OnlineIntakeRow> rows(LeadId lead) {
        return staff.as("westdesk", () -> intakes.findByLead(opened(lead)));
    }

    OnlineIntakeState state(LeadId lead) {
        return rows(lead).getFirst().state();
    }

    LeadDetails opened(LeadId lead) {
        return staff.as("westdesk", () -> leads.open(lead)).orElseThrow();
    }

    LeadId lead(String name) {
        return received(name, PHONE, new EmailAddress("lead@example.org"));
    }

    LeadId contacted(String name) {
        var lead = lead(name);
        staff.doAs("westdesk", () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        return lead;
    }

    /** Deletes what a lead saved: other tests count what expires. */
    void forget(LeadId lead) {
        jdbc.sql("delete from online_intake_draft where intake_id in (select id from online_intake where lead_id = ?)")
                .param(Ids.bytes(lead.value()))
                .update();
    }

    LeadId askedByForm(String name) {
        return system(() -> leads.receive(byForm(name, "form@example.org"), null));
    }

    LeadDraft byForm(String name, String email) {
        return new LeadDraft(
                name,
                PHONE,
                new EmailAddress(email),
                "It hurts",
                CallWindow.ANY_TIME,
                LeadSource.WEBSITE,
                group.west,
                clock.instant());
    }

    LeadId received(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var draft = new LeadDraft(
                name, phone, email, "It hurts", CallWindow.ANY_TIME, LeadSource.WEBSITE, group.west, clock.instant());
        return staff.as("manager", () -> leads.receive(draft, null));
    }

    CreatedLink sent(LeadId lead) {
        return staff.as("westdesk", () -> intakes.create(lead, group.west, false, route -> "https://x/" + route));
    }

    CreatedLink mailed(LeadId lead) {
        return staff.as("westdesk", () -> intakes.create(lead, group.west, true, route -> "https://x/" + route));
    }

    static String token(CreatedLink link) {
        return link.address().replaceAll(".*/(.*)\\?.*", "$1");
    }

    IdentityAnswer identified(CreatedLink link) {
        return system(() -> forms.answer(token(link), "0142", "", Origin.PERSON));
    }

    OpenForm opened(CreatedLink link) {
        return Objects.requireNonNull(identified(link).form());
    }

    /** Opens the form with what is saved, by the code that is mailed. */
    OpenForm continued(CreatedLink link) {
        var asked = identified(link);
        var code = OnlineCodes.mailed(jdbc, link.intake());
        return Objects.requireNonNull(
                system(() -> forms.answerCode(token(link), Objects.requireNonNull(asked.door()), code, Origin.PERSON))
                        .form());
    }

    OpenForm begun(CreatedLink link) {
        return save(link, opened(link), FormPage.COMPLAINT, Map.of("complaint", List.of("Low back")));
    }

    OpenForm save(CreatedLink link, Map<String, List<String>> screen) {
        return save(link, begun(link), FormPage.SAFETY, screen);
    }

    OpenForm save(CreatedLink link, OpenForm form, FormPage page, Map<String, List<String>> typed) {
        return system(() -> forms.save(token(link), form.pass(), page, typed, Origin.PERSON));
    }

    void submit(CreatedLink link) {
        submit(link, begun(link));
    }

    void submit(CreatedLink link, OpenForm form) {
        var done = system(() -> {
            var last = forms.save(token(link), form.pass(), FormPage.CHECK, Map.of(), Origin.PERSON);
            return forms.submit(token(link), form.pass(), last.version(FormPage.CHECK), ADDRESS, Origin.PERSON);
        });
        assertThat(done).isInstanceOf(FormSubmission.Done.class);
    }

    String mail(CreatedLink link) {
        return jdbc.sql("select body from outbox_mail where about = ? and template = 'one-time link'")
                .param(Ids.bytes(link.intake().value()))
                .query(String.class)
                .single();
    }

    long drafts(CreatedLink link) {
        return jdbc.sql("select count(*) from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    long audited(String kind, CreatedLink link) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(link.intake().value()))
                .query(Long.class)
                .single();
    }

    <T> T system(Supplier<T> action) {
        return staff.as("system", action);
    }
}
