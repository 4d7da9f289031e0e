package io.plumbline.leads.requests;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.person.LeadBackground;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.leads.requests.SubmissionStore.Submission;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and validates a consultation request; the form and the JSON endpoint share these rules. */
@Component
class RequestReader {
    private static final List<String> ORDER = List.of(
            "name",
            "phone",
            "email",
            "whenToCall",
            "concern",
            "since",
            "service",
            "clinic",
            "practitioner",
            "source",
            "consent",
            "safety",
            "language");
    private static final Comparator<FieldError> AS_ON_THE_FORM =
            Comparator.comparingInt(error -> ORDER.indexOf(error.field().split("[.\\[]", 2)[0]));
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_WORDS = 120;
    private static final int FARTHEST_DAYS = 366;

    private final ClinicService clinics;
    private final JsonMapper json;

    RequestReader(ClinicService clinics, JsonMapper json) {
        this.clinics = clinics;
        this.json = json;
    }

    /** Reads a stored request, as it was received. */
    ReadRequest read(Submission kept) {
        return read(json.readTree(kept.body()), kept.receivedAt());
    }

    /**
     * Reads a request.
     *
     * @param body a JSON object
     * @param at when it was received
     */
    ReadRequest read(JsonNode body, Instant at) {
        return new Reading(body, at).all();
    }

    /** One request and its errors. */
    private final class Reading {
        private final RequestFields fields;
        private final Instant at;

        Reading(JsonNode body, Instant at) {
            this.fields = new RequestFields(body);
            this.at = at;
        }

        ReadRequest all() {
            var offered = clinics.offered();
            var service = service(offered);
            var clinic = clinic().or(() -> onlyOneWith(service, offered));
            var region = clinic.map(ClinicLabel::country).orElseGet(clinics::phoneRegion);
            var name = fields.text("name", typed -> TextLimit.required("Your name", typed, LONGEST_NAME));
            var phone = fields.optional("phone", typed -> PhoneNumber.typed(typed, region));
            var email = fields.optional("email", EmailAddress::typed);
            if (fields.isEmpty("phone") && fields.isEmpty("email")) {
                fields.wrong("phone", "Enter a phone number or an e-mail address so that we can reach you");
            }
            var concern =
                    fields.text("concern", typed -> TextLimit.optional("What hurts", typed, LeadDraft.LONGEST_CONCERN));
            var window = window();
            var background = new LeadBackground(
                    words("since", "Since when"), service, words("practitioner", "The practitioner"), null, false);
            var source = fields.oneOf("source", fields.at("source"), LeadSource.class)
                    .orElse(LeadSource.WEBSITE);
            var consents =
                    fields.at("consent").isBoolean() && fields.at("consent").booleanValue();
            if (!consents) {
                fields.wrong("consent", "We need your consent to contact you");
            }
            var language = language();
            var answers = answers();
            var draft = phone == null && email == null
                    ? null
                    : new LeadDraft(
                            name.isEmpty() ? LeadDraft.NAMELESS : name,
                            phone,
                            email,
                            language,
                            concern,
                            window,
                            source,
                            clinic.map(ClinicLabel::id).orElse(null),
                            at);
            return new ReadRequest(
                    consents,
                    draft,
                    background,
                    answers,
                    fields.errors().stream().sorted(AS_ON_THE_FORM).toList());
        }

        /** Returns the language of the form as the patient's record has it; empty if the request does not say it. */
        private String language() {
            var code = fields.typed("language");
            var found = Arrays.stream(ConsentLanguage.values())
                    .filter(one -> one.locale().getLanguage().equals(code))
                    .findFirst();
            if (found.isEmpty() && !code.isEmpty()) {
                fields.wrong("language", "Give en or es, or leave it out");
            }
            return found.map(ConsentLanguage::label).orElse("");
        }

        private Optional<ClinicLabel> clinic() {
            var code = fields.typed("clinic");
            var found = clinics.labels().values().stream()
                    .filter(label -> label.code().equals(code))
                    .findFirst();
            if (found.isEmpty() && !code.isEmpty()) {
                fields.wrong("clinic", "Choose one of our clinics, or no preference");
            }
            return found;
        }

        private @Nullable String service(Map<ClinicId, List<OfferedService>> offered) {
            var code = fields.typed("service");
            var isOffered = offered.values().stream().flatMap(List::stream).anyMatch(s -> s.code()
                    .equals(code));
            if (!isOffered && !code.isEmpty()) {
                fields.wrong("service", "Choose one of our services, or leave it open");
            }
            return isOffered ? code : null;
        }

        private Optional<ClinicLabel> onlyOneWith(
                @Nullable String service, Map<ClinicId, List<OfferedService>> offered) {
            var places = offered.entrySet().stream()
                    .filter(clinic ->
                            clinic.getValue().stream().anyMatch(s -> s.code().equals(service)))
                    .toList();
            return places.size() == 1
                    ? Optional.ofNullable(clinics.labels().get(places.getFirst().getKey()))
                    : Optional.empty();
        }

        private CallWindow window() {
            var when = fields.at("whenToCall");
            if (when.isMissingNode() || when.isNull()) {
                return CallWindow.ANY_TIME;
            }
            if (!when.isObject()) {
                fields.wrong("whenToCall", "Give days, dayParts and from as an object");
                return CallWindow.ANY_TIME;
            }
            return new CallWindow(
                    fields.several("whenToCall.days", when.path("days"), DayOfWeek.class),
                    fields.several("whenToCall.dayParts", when.path("dayParts"), DayPart.class),
                    from(when.path("from")));
        }

        private @Nullable LocalDate from(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            var text = node.isString() ? node.stringValue().strip() : "?";
            if (text.isEmpty()) {
                return null;
            }
            try {
                var day = LocalDate.parse(text);
                var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
                // yesterday is accepted because it may still be that day in the person's time zone
                if (!day.isBefore(today.minusDays(1)) && !day.isAfter(today.plusDays(FARTHEST_DAYS))) {
                    return day;
                }
                fields.wrong("whenToCall.from", "Choose a day from today on, at most a year ahead");
            } catch (DateTimeException noDay) {
                fields.wrong("whenToCall.from", "Enter a valid date, as year-month-day, such as " + example());
            }
            return null;
        }

        private LocalDate example() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1);
        }

        private Map<SafetyQuestion, SafetyAnswer> answers() {
            var given = fields.at("safety");
            var answers = new EnumMap<SafetyQuestion, SafetyAnswer>(SafetyQuestion.class);
            if (given.isMissingNode() || given.isNull()) {
                return answers;
            }
            if (!given.isObject() || !SafetyQuestion.rules().containsAll(given.propertyNames())) {
                fields.wrong(
                        "safety",
                        "Give the answers to these questions as an object: "
                                + String.join(", ", SafetyQuestion.rules()));
            }
            for (var question : SafetyQuestion.values()) {
                var answer = given.path(question.rule());
                if (answer.isMissingNode() || answer.isNull()) {
                    continue;
                }
                Arrays.stream(SafetyAnswer.values())
                        .filter(one -> answer.isString() && answer.stringValue().equals(one.code()))
                        .findFirst()
                        .ifPresentOrElse(
                                one -> answers.put(question, one),
                                () -> fields.wrong("safety." + question.rule(), "Answer yes, no or not_said"));
            }
            return answers;
        }

        private String words(String field, String what) {
            return fields.text(field, typed -> TextLimit.optional(what, typed, LONGEST_WORDS));
        }
    }
}
