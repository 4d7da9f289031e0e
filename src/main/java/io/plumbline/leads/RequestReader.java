package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.OfferedService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.TextLimit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a request for a consultation: one validation for the form and for the endpoint. */
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
            "safety");
    private static final Comparator<FieldError> AS_ON_THE_FORM =
            Comparator.comparingInt(error -> ORDER.indexOf(error.field().split("[.\\[]", 2)[0]));
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CONCERN = 2000;
    private static final int LONGEST_WORDS = 120;
    private static final int FARTHEST_DAYS = 366;

    private final ClinicService clinics;

    RequestReader(ClinicService clinics) {
        this.clinics = clinics;
    }

    /**
     * Reads what came in.
     *
     * @param body a JSON object
     * @param at when it came in
     */
    ReadRequest read(JsonNode body, Instant at) {
        return new Reading(body, at).all();
    }

    /** One request, with what is wrong with it. */
    private final class Reading {
        private final JsonNode body;
        private final Instant at;
        private final List<FieldError> errors = new ArrayList<>();

        Reading(JsonNode body, Instant at) {
            this.body = body;
            this.at = at;
        }

        ReadRequest all() {
            var offered = clinics.offered();
            var service = service(offered);
            var clinic = clinic().or(() -> onlyOneWith(service, offered));
            var region = clinic.map(ClinicLabel::country).orElseGet(clinics::phoneRegion);
            var name = text("name", typed -> TextLimit.required("Your name", typed, LONGEST_NAME));
            var phone = optional("phone", typed -> PhoneNumber.typed(typed, region));
            var email = optional("email", EmailAddress::new);
            if (isEmpty("phone") && isEmpty("email")) {
                wrong("phone", "Give a phone number or an e-mail address, so that we can reach you");
            }
            var concern = text("concern", typed -> TextLimit.optional("What hurts", typed, LONGEST_CONCERN));
            var window = window();
            var told = new LeadTold(
                    words("since", "Since when"), service, words("practitioner", "The practitioner"), null, false);
            var source = oneOf("source", body.path("source"), LeadSource.class).orElse(LeadSource.WEBSITE);
            var consents =
                    body.path("consent").isBoolean() && body.path("consent").booleanValue();
            if (!consents) {
                wrong("consent", "We need your consent, so that we may contact you");
            }
            var answers = answers();
            var draft = phone == null && email == null
                    ? null
                    : new LeadDraft(
                            name.isEmpty() ? "Name not told" : name,
                            phone,
                            email,
                            concern,
                            window,
                            source,
                            clinic.map(ClinicLabel::id).orElse(null),
                            at);
            return new ReadRequest(
                    consents,
                    draft,
                    told,
                    answers,
                    errors.stream().sorted(AS_ON_THE_FORM).toList());
        }

        private Optional<ClinicLabel> clinic() {
            var code = typed("clinic");
            var found = clinics.labels().values().stream()
                    .filter(label -> label.code().equals(code))
                    .findFirst();
            if (found.isEmpty() && !code.isEmpty()) {
                wrong("clinic", "Choose one of our clinics, or no preference");
            }
            return found;
        }

        private @Nullable String service(Map<ClinicId, List<OfferedService>> offered) {
            var code = typed("service");
            var isOffered = offered.values().stream().flatMap(List::stream).anyMatch(s -> s.code()
                    .equals(code));
            if (!isOffered && !code.isEmpty()) {
                wrong("service", "Choose one of our services, or leave it open");
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
            var when = body.path("whenToCall");
            if (when.isMissingNode() || when.isNull()) {
                return CallWindow.ANY_TIME;
            }
            if (!when.isObject()) {
                wrong("whenToCall", "Give days, dayParts and from as an object");
                return CallWindow.ANY_TIME;
            }
            return new CallWindow(
                    several("whenToCall.days", when.path("days"), DayOfWeek.class),
                    several("whenToCall.dayParts", when.path("dayParts"), DayPart.class),
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
                // where it is still yesterday the person may mean that
                if (!day.isBefore(today.minusDays(1)) && !day.isAfter(today.plusDays(FARTHEST_DAYS))) {
                    return day;
                }
                wrong("whenToCall.from", "Choose a day from today on, at most a year ahead");
            } catch (DateTimeException noDay) {
                wrong("whenToCall.from", "Enter a day that there is, as year-month-day, such as " + example());
            }
            return null;
        }

        private LocalDate example() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1);
        }

        private Map<SafetyQuestion, SafetyAnswer> answers() {
            var given = body.path("safety");
            var answers = new EnumMap<SafetyQuestion, SafetyAnswer>(SafetyQuestion.class);
            if (given.isMissingNode() || given.isNull()) {
                return answers;
            }
            if (!given.isObject() || !SafetyQuestion.rules().containsAll(given.propertyNames())) {
                wrong(
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
                                () -> wrong("safety." + question.rule(), "Answer yes, no or not_said"));
            }
            return answers;
        }

        private <E extends Enum<E>> Set<E> several(String path, JsonNode list, Class<E> words) {
            var chosen = EnumSet.noneOf(words);
            if (list.isMissingNode() || list.isNull()) {
                return chosen;
            }
            if (!list.isArray()) {
                wrong(path, "Give a list of " + names(words));
                return chosen;
            }
            for (var i = 0; i < list.size() && errors.size() <= ORDER.size(); i++) {
                var place = path + "[" + i + "]";
                if (list.path(i).isNull()) {
                    wrong(place, "Choose one of " + names(words));
                }
                oneOf(place, list.path(i), words).ifPresent(chosen::add);
            }
            return chosen;
        }

        private <E extends Enum<E>> Optional<E> oneOf(String path, JsonNode node, Class<E> words) {
            if (node.isMissingNode() || node.isNull()) {
                return Optional.empty();
            }
            var word = node.isString() ? node.stringValue() : "";
            var found = Arrays.stream(words.getEnumConstants())
                    .filter(one -> one.name().equals(word))
                    .findFirst();
            if (found.isEmpty()) {
                wrong(path, "Choose one of " + names(words));
            }
            return found;
        }

        private static String names(Class<? extends Enum<?>> words) {
            return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        }

        private String words(String field, String what) {
            return text(field, typed -> TextLimit.optional(what, typed, LONGEST_WORDS));
        }

        private <T> @Nullable T optional(String field, Function<String, T> read) {
            return typed(field).isBlank() ? null : value(field, read);
        }

        private String text(String field, UnaryOperator<String> read) {
            return Objects.requireNonNullElse(value(field, read), "");
        }

        private <T> @Nullable T value(String field, Function<String, T> read) {
            if (isNoText(field)) {
                typed(field);
                return null;
            }
            try {
                return read.apply(typed(field));
            } catch (IllegalArgumentException refused) {
                wrong(field, String.valueOf(refused.getMessage()));
                return null;
            }
        }

        private boolean isEmpty(String field) {
            return !isNoText(field) && typed(field).isBlank();
        }

        private boolean isNoText(String field) {
            var node = body.path(field);
            return !node.isMissingNode() && !node.isNull() && !node.isString();
        }

        /** What stands in a field; a missing one is an empty one, and what is no text is said once. */
        private String typed(String field) {
            var node = body.path(field);
            if (isNoText(field)
                    && errors.stream().noneMatch(error -> error.field().equals(field))) {
                wrong(field, "Give this as text");
            }
            return node.isString() ? node.stringValue() : "";
        }

        private void wrong(String field, String message) {
            errors.add(new FieldError(field, message));
        }
    }
}
