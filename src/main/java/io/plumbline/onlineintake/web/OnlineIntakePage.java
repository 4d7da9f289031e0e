package io.plumbline.onlineintake.web;

import io.plumbline.access.ClinicBrowser;
import io.plumbline.access.LinkLimits;
import io.plumbline.access.SystemActor;
import io.plumbline.onlineintake.FormFields;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.FormSubmission;
import io.plumbline.onlineintake.IdentityAnswer;
import io.plumbline.onlineintake.IdentityQuestion;
import io.plumbline.onlineintake.LinkOver;
import io.plumbline.onlineintake.OnlineFormService;
import io.plumbline.onlineintake.OpenForm;
import io.plumbline.onlineintake.Origin;
import io.plumbline.onlineintake.PassOver;
import io.plumbline.shared.Routes;
import io.plumbline.shared.store.StoreAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of an online intake: plain HTML without script, session or cookie. To open the link shows the question and
 * changes nothing, because mail scanners do so too. What was answered right is carried by the pass in each page, so no
 * CSRF token is needed.
 */
@Controller
@RequestMapping("/" + Routes.ONLINE_INTAKE + "/{token}")
class OnlineIntakePage {
    private static final String PASS = "pass";
    private static final String PAGE = "page";
    private static final String SAVED = "saved";
    private static final String LANGUAGE = "other-language";
    private static final String DOOR = "door";

    /** The pass of the page before, which was too old. */
    private static final String OLD_PASS = "old-pass";

    private static final String CODE = "code";
    private static final String CODE_GO = "code-go";
    private static final List<String> OF_IDENTITY = List.of("month", "day", "year", "digits", DOOR, CODE, CODE_GO);
    private static final int THIS_CENTURY = 100;

    private final OnlineFormService forms;
    private final FormBlocks blocks;
    private final EmergencyNotice notice;
    private final SystemActor system;
    private final MessageSource messages;

    OnlineIntakePage(
            OnlineFormService forms,
            FormBlocks blocks,
            EmergencyNotice notice,
            SystemActor system,
            MessageSource messages) {
        this.forms = forms;
        this.blocks = blocks;
        this.notice = notice;
        this.system = system;
        this.messages = messages;
    }

    /** From where a request comes: its network address, and whether staff are signed in there. */
    private record Sender(String address, Origin origin) {
        static Sender of(HttpServletRequest request) {
            return new Sender(
                    request.getRemoteAddr(),
                    request.getAttribute(ClinicBrowser.IS_OF_STAFF) == null ? Origin.PERSON : Origin.CLINIC);
        }
    }

    @ModelAttribute("fromClinic")
    boolean isFromClinic(HttpServletRequest request) {
        return Sender.of(request).origin() == Origin.CLINIC;
    }

    @GetMapping
    String open(
            @PathVariable String token,
            @RequestAttribute(name = LinkLimits.WAIT_SECONDS, required = false) @Nullable Long wait,
            HttpServletResponse response,
            Locale language,
            Model model) {
        if (wait != null) {
            return tooMany(wait, response, language, model);
        }
        return identityCheck(system.call(() -> forms.question(token)), "", Map.of(), words(language), model);
    }

    @PostMapping
    String send(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestAttribute(name = LinkLimits.WAIT_SECONDS, required = false) @Nullable Long wait,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        if (wait != null) {
            // what was typed is sent again by the button of the page
            var again = new TreeMap<>(typed);
            again.remove("lang");
            model.addAttribute("carried", again);
            return tooMany(wait, response, language, model);
        }
        var words = words(language);
        try {
            if (typed.containsKey(PASS)) {
                return page(token, typed, Sender.of(request), words, model);
            }
            var question = typed.containsKey(DOOR) ? IdentityQuestion.CODE : system.call(() -> forms.question(token));
            if (typed.containsKey(LANGUAGE)) {
                return askAgain(token, question, typed, words, model);
            }
            return answer(token, question, typed, Sender.of(request), words, model);
        } catch (PassOver over) {
            return identityCheck(over.question(), words.of("identity.again"), carried(typed), words, model);
        }
    }

    private String askAgain(
            String token,
            IdentityQuestion question,
            MultiValueMap<String, String> typed,
            FormWords words,
            Model model) {
        if (!typed.containsKey(DOOR)) {
            return identityCheck(question, "", carried(typed), words, model);
        }
        var asked = system.call(() -> forms.askAgain(token, first(typed, DOOR)));
        model.addAttribute(DOOR, asked.door());
        return identityCheck(Objects.requireNonNull(asked.question()), "", carried(typed), words, model);
    }

    /** Answers the question; pages that were typed before the pass was too old are saved then. */
    private String answer(
            String token,
            IdentityQuestion question,
            MultiValueMap<String, String> typed,
            Sender sender,
            FormWords words,
            Model model) {
        IdentityAnswer answer;
        switch (question) {
            case BIRTH_DATE -> {
                var day = birthDate(typed);
                if (day == null) {
                    return identityCheck(question, words.of("identity.date"), carried(typed), words, model);
                }
                answer = system.call(() -> forms.answer(token, day, first(typed, OLD_PASS), sender.origin()));
            }
            case PHONE_DIGITS -> {
                var digits = first(typed, "digits").strip();
                if (!digits.matches("\\d{4}")) {
                    return identityCheck(question, words.of("identity.digits"), carried(typed), words, model);
                }
                answer = system.call(() -> forms.answer(token, digits, first(typed, OLD_PASS), sender.origin()));
            }
            case CODE -> {
                if (first(typed, CODE_GO).isEmpty() && !code(typed).matches("\\d{6}")) {
                    model.addAttribute(DOOR, first(typed, DOOR));
                    return identityCheck(question, words.of("identity.sixDigits"), carried(typed), words, model);
                }
                answer = answerCode(token, typed, sender);
            }
            default -> throw new IllegalStateException("No such question: " + question);
        }
        var form = answer.form();
        if (form != null) {
            var typedBefore = FormPage.named(first(typed, PAGE));
            if (typedBefore.isPresent()) {
                typed.set(PASS, form.pass());
                return page(token, typed, sender, words, model);
            }
            var page = form.leftOff();
            model.addAttribute("resumed", page != FormPage.COMPLAINT && page != FormPage.CHECK);
            return show(page, form, words, model);
        }
        if (answer.question() == null) {
            throw new LinkEnded();
        }
        model.addAttribute(DOOR, answer.door());
        var wrong = answer.question() == IdentityQuestion.CODE ? "identity.wrongCode" : "identity.wrong";
        var isFirst = answer.door() != null && code(typed).isEmpty();
        return identityCheck(answer.question(), isFirst ? "" : words.of(wrong), carried(typed), words, model);
    }

    private IdentityAnswer answerCode(String token, MultiValueMap<String, String> typed, Sender sender) {
        var door = first(typed, DOOR);
        return switch (first(typed, CODE_GO)) {
            case "again" -> {
                typed.remove(CODE);
                yield system.call(() -> forms.mailCode(token, door));
            }
            case "empty" -> system.call(() -> forms.beginAgain(token, door, sender.origin()));
            default -> system.call(() -> forms.answerCode(token, door, code(typed), sender.origin()));
        };
    }

    /** Returns the digits of the code: mails and people write spaces between them. */
    private static String code(MultiValueMap<String, String> typed) {
        return first(typed, CODE).replaceAll("\\D", "");
    }

    private String page(
            String token, MultiValueMap<String, String> typed, Sender sender, FormWords words, Model model) {
        var page = FormPage.named(first(typed, PAGE)).orElse(FormPage.COMPLAINT);
        var go = first(typed, FormFields.GO);
        if (go.equals(SAVED)) {
            // the last page has no fields, so nothing is saved
            return show(
                    page,
                    system.call(() -> forms.save(token, first(typed, PASS), FormPage.CHECK, Map.of(), sender.origin())),
                    words,
                    model);
        }
        typed.putIfAbsent(FormFields.VERSION, List.of(""));
        var saved = system.call(() -> forms.save(token, first(typed, PASS), page, typed, sender.origin()));
        if (!saved.elsewhere().isEmpty() || typed.containsKey(LANGUAGE)) {
            return show(page, saved, words, model);
        }
        if (go.equals("later")) {
            var later = saved.canBeContinued() ? "later.words" : "later.wordsEmpty";
            return end(words.of("later.title"), words.of(later), saved, words, model);
        }
        if (go.equals("back")) {
            return show(page.previous(saved), saved.withoutProblems(), words, model);
        }
        if (!saved.problems().isEmpty()) {
            return show(page, saved, words, model);
        }
        if (go.equals("submit")) {
            return switch (system.call(() -> forms.submit(
                    token, saved.pass(), first(typed, FormFields.VERSION), sender.address(), sender.origin()))) {
                case FormSubmission.Done done ->
                    end(words.of("sent.title"), words.of("sent.words"), done.form(), words, model);
                case FormSubmission.Changed changed -> {
                    model.addAttribute("changed", true);
                    yield show(FormPage.CHECK, changed.form(), words, model);
                }
                case FormSubmission.Incomplete incomplete -> show(incomplete.page(), incomplete.form(), words, model);
            };
        }
        var wanted = FormPage.named(go);
        return show(wanted.orElseGet(() -> page.next(saved)), saved, words, model);
    }

    @ExceptionHandler({LinkOver.class, LinkEnded.class})
    String over(HttpServletResponse response, Locale language, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        var words = words(language);
        return end(words.of("over.title"), words.of("over.words"), null, words, model);
    }

    /** Keeps what was typed in a page that sends it again. */
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
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        model.addAttribute("carried", valuesOf(request.getParameterMap()));
        return end(words(language).of("away.title"), words(language).of("away.words"), null, words(language), model);
    }

    private String tooMany(long seconds, HttpServletResponse response, Locale language, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        var words = words(language);
        return end(words.of("wait.title"), words.of("wait.words", seconds), null, words, model);
    }

    private String end(String title, String sentence, @Nullable OpenForm form, FormWords words, Model model) {
        model.addAttribute("title", title);
        model.addAttribute("sentence", sentence);
        notice.show(form, words, model);
        return "online-intake-end";
    }

    private String identityCheck(
            IdentityQuestion question,
            String message,
            Map<String, List<String>> carried,
            FormWords words,
            Model model) {
        model.addAttribute("question", question.name());
        model.addAttribute("message", message);
        model.addAttribute("carried", carried);
        notice.show(null, words, model);
        return "online-intake-identity";
    }

    private String show(FormPage page, OpenForm form, FormWords words, Model model) {
        var steps = Arrays.stream(FormPage.values())
                .filter(step -> step != FormPage.CHECK)
                .filter(step -> step.isIn(form))
                .toList();
        model.addAttribute(PAGE, page.name());
        model.addAttribute("title", words.page(page));
        model.addAttribute("intro", words.translated("intro." + page, ""));
        model.addAttribute("pass", form.pass());
        model.addAttribute("version", form.version(page));
        model.addAttribute("elsewhere", !form.elsewhere().isEmpty());
        model.addAttribute(
                "step", page == FormPage.CHECK ? "" : words.of("step", steps.indexOf(page) + 1, steps.size()));
        model.addAttribute(
                "steps",
                steps.stream().collect(Collectors.toMap(FormPage::name, words::page, (a, b) -> a, LinkedHashMap::new)));
        var asked = blocks.of(page, form, words);
        model.addAttribute("blocks", asked);
        model.addAttribute(
                "wrong",
                asked.stream().filter(block -> !block.error().isEmpty()).toList());
        model.addAttribute("isFirst", page == FormPage.COMPLAINT);
        model.addAttribute("isLast", page == FormPage.CHECK);
        var agreed = form.consents().titlesOfTicked(words.language(), form.answers());
        model.addAttribute(
                "agreed",
                agreed.isEmpty()
                        ? ""
                        : words.of(
                                "check.agreed",
                                form.answers().value(FormFields.CONSENT_NAME),
                                String.join("; ", agreed)));
        notice.show(form, words, model);
        return "online-intake";
    }

    /** What was typed on a page, to be sent again with the answer to the question; and the pass of that page. */
    private static Map<String, List<String>> carried(MultiValueMap<String, String> typed) {
        var carried = new TreeMap<>(typed);
        var pass = carried.remove(PASS);
        if (pass != null) {
            carried.put(OLD_PASS, pass);
        }
        carried.remove(LANGUAGE);
        carried.remove("lang");
        OF_IDENTITY.forEach(carried::remove);
        return carried;
    }

    private static Map<String, List<String>> valuesOf(Map<String, String[]> parameters) {
        var values = new TreeMap<String, List<String>>();
        parameters.forEach((name, some) -> {
            if (!name.equals("lang")) {
                values.put(name, List.of(some));
            }
        });
        return values;
    }

    private static @Nullable LocalDate birthDate(MultiValueMap<String, String> typed) {
        try {
            var year = Integer.parseInt(first(typed, "year").strip());
            return year < THIS_CENTURY
                    ? null
                    : LocalDate.of(
                            year,
                            Integer.parseInt(first(typed, "month").strip()),
                            Integer.parseInt(first(typed, "day").strip()));
        } catch (NumberFormatException | DateTimeException noDay) {
            return null;
        }
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    private FormWords words(Locale language) {
        return new FormWords(messages, language);
    }

    /** The fifth wrong answer: the page is that of every link that cannot be used. */
    private static final class LinkEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LinkEnded() {
            super("Five wrong answers");
        }
    }
}
