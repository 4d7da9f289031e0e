package io.plumbline.leads.web;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.person.SafetyAnswer;
import io.plumbline.leads.requests.FormTokens;
import io.plumbline.leads.requests.FormTokens.Age;
import io.plumbline.leads.requests.PublicIntake;
import io.plumbline.leads.requests.Receipt;
import io.plumbline.leads.requests.RequestChannel;
import io.plumbline.leads.requests.SafetyQuestion;
import io.plumbline.leads.requests.Sender;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.DisplayFormats;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page <em>Book your free consultation</em>; a submission becomes a lead, received by the system. */
@Controller
class BookingPage {
    private static final int FEW = 3;

    private final PublicIntake intake;
    private final FormTokens tokens;
    private final ClinicService clinics;
    private final ScreeningRules screening;
    private final SystemActor system;
    private final ResponseTargets targets;
    private final MessageSource messages;
    private final Clock clock;

    BookingPage(
            PublicIntake intake,
            FormTokens tokens,
            ClinicService clinics,
            ScreeningRules screening,
            SystemActor system,
            ResponseTargets targets,
            MessageSource messages,
            Clock clock) {
        this.intake = intake;
        this.tokens = tokens;
        this.clinics = clinics;
        this.screening = screening;
        this.system = system;
        this.targets = targets;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/" + Routes.BOOK)
    String form(Locale language, Model model) {
        var form = new BookingForm(new LinkedMultiValueMap<>());
        form.mark(tokens.issue());
        return page(model, form, "", words(language));
    }

    @PostMapping("/" + Routes.BOOK)
    String send(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestAttribute(name = PublicLimits.WAIT_SECONDS, required = false) @Nullable Long wait,
            HttpServletResponse response,
            Locale language,
            Model model) {
        var words = words(language);
        var form = new BookingForm(new LinkedMultiValueMap<>(typed));
        if (wait != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return page(model, form, words.of("notice.wait", wait), words);
        }
        if (typed.containsKey(BookingForm.OTHER_LANGUAGE)) {
            return page(model, form, "", words);
        }
        var mark = tokens.read(form.value(BookingForm.MARK));
        if (mark.isEmpty()) {
            form.mark(tokens.issueForOnceMore());
            return page(model, form, words.of("notice.over"), words);
        }
        var age = mark.get().age();
        var key = mark.get().nonce();
        if (age == Age.TOO_OLD) {
            form.mark(tokens.issueForOnceMore());
            key = tokens.read(form.value(BookingForm.MARK)).orElseThrow().nonce();
        }
        var isMachine = age == Age.TOO_YOUNG || !form.value(BookingForm.TRAP).isEmpty();
        var sender = isMachine ? Sender.MACHINE : age == Age.TOO_OLD ? Sender.LATE : Sender.PERSON;
        var nonce = key;
        return switch (system.call(() -> intake.receive(RequestChannel.FORM, nonce, form.asJson(language), sender))) {
            case Receipt.Accepted accepted -> thanks(model, accepted, words);
            case Receipt.Refused refused -> {
                form.refuse(refused.errors(), words);
                yield page(model, form, sender == Sender.LATE ? words.of("notice.old") : "", words);
            }
            case Receipt.OtherUnderSameKey() -> {
                form.mark(tokens.issueForOnceMore());
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(model, form, words.of("notice.different"), words);
            }
        };
    }

    /** Keeps the input and the form token in the page, so that sending it again does not create a second lead. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    String storeIsAway(
            RuntimeException failure,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        if (!StoreAway.isCauseOf(failure)) {
            throw failure;
        }
        Problems.answerAway(response);
        var typed = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        var words = words(language);
        return page(model, new BookingForm(typed), words.of("notice.away"), words);
    }

    private PublicWords words(Locale language) {
        return new PublicWords(messages, language);
    }

    private String thanks(Model model, Receipt.Accepted accepted, PublicWords words) {
        model.addAttribute("accepted", accepted);
        var labels = known(clinics::labels).values();
        var caller = accepted.caller();
        model.addAttribute("ours", ours(labels, words));
        model.addAttribute("toCall", toCall(caller == null ? labels : List.of(caller), words));
        model.addAttribute("promise", targets.describe(accepted, words));
        return "booked";
    }

    private String page(Model model, BookingForm form, String notice, PublicWords words) {
        var labels = known(clinics::labels).values();
        model.addAttribute("form", form);
        model.addAttribute("ours", ours(labels, words));
        model.addAttribute("notice", notice);
        model.addAttribute("clinics", labels);
        model.addAttribute("toCall", toCall(labels, words));
        model.addAttribute("services", services());
        var times = known(clinics::callTimes).values();
        model.addAttribute("days", DayToChoose.toChoose(times, form.dates(), clock.instant(), words));
        model.addAttribute("dayParts", dayParts(times, formats(labels), words));
        model.addAttribute("promise", promised(times));
        model.addAttribute("sources", LeadSource.values());
        model.addAttribute("questions", questions(words));
        model.addAttribute("answers", SafetyAnswer.values());
        model.addAttribute(
                "emergencyNumbers",
                labels.stream().map(ClinicLabel::emergencyNumber).distinct().toList());
        return "book";
    }

    /** Reads details of the clinics; empty if the database is unavailable and nothing is cached. */
    private <T> Map<ClinicId, T> known(Supplier<Map<ClinicId, T>> asked) {
        try {
            return system.call(asked);
        } catch (DataAccessException | TransactionException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                throw failed;
            }
            return Map.of();
        }
    }

    private ClinicsToCall toCall(Collection<ClinicLabel> some, PublicWords words) {
        return ClinicsToCall.of(some, known(clinics::callTimes), clock.instant(), words);
    }

    /** Returns the name of the clinic, or the names of all clinics while they fit on one line. */
    private static String ours(Collection<ClinicLabel> labels, PublicWords words) {
        return labels.isEmpty() || labels.size() > FEW
                ? words.of("ours")
                : labels.stream().map(ClinicLabel::name).collect(Collectors.joining(" · "));
    }

    /** Returns how the clinics write hours; the international way if their countries differ. */
    private static DisplayFormats formats(Collection<ClinicLabel> labels) {
        var formats = labels.stream().map(ClinicLabel::formats).distinct().toList();
        return formats.size() == 1 ? formats.getFirst() : DisplayFormats.INTERNATIONAL;
    }

    /** Returns the parts of the day, with their hours if all clinics use the same ones. */
    private static Map<DayPart, String> dayParts(
            Collection<CallTimes> clinics, DisplayFormats formats, PublicWords words) {
        var named = new LinkedHashMap<DayPart, String>();
        for (var part : DayPart.values()) {
            var hours = clinics.stream()
                    .flatMap(times -> times.dayParts().stream())
                    .filter(one -> one.part() == part)
                    .distinct()
                    .toList();
            var name = words.partOfDay(part);
            named.put(
                    part,
                    hours.size() == 1
                            ? name + " "
                                    + formats.times(
                                            hours.getFirst().startsAt(),
                                            hours.getFirst().endsAt(),
                                            words.language())
                            : name);
        }
        return named;
    }

    /** Returns the response target in minutes, or null if it differs between clinics. */
    private static @Nullable Long promised(Collection<CallTimes> clinics) {
        var targets = clinics.stream().map(CallTimes::target).distinct().toList();
        return targets.size() == 1 ? targets.getFirst().toMinutes() : null;
    }

    /** Returns the services of all clinics by code; the name for a code may differ by clinic. */
    private Map<String, String> services() {
        var names = new LinkedHashMap<String, String>();
        known(clinics::offered).values().stream()
                .flatMap(List::stream)
                .forEach((OfferedService service) -> names.putIfAbsent(service.code(), service.name()));
        return names;
    }

    private Map<String, String> questions(PublicWords words) {
        var asked = new LinkedHashMap<String, String>();
        SafetyQuestion.rules().forEach(id -> screening
                .rule(id)
                .ifPresent(rule -> asked.put(id, words.translated("question." + id, rule.question()))));
        return asked;
    }
}
