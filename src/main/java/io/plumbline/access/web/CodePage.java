package io.plumbline.access.web;

import io.plumbline.access.SystemActor;
import io.plumbline.access.factors.CodeCheckService;
import io.plumbline.access.factors.PasskeyCheckService;
import io.plumbline.access.factors.PasskeySite;
import io.plumbline.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the second step of a sign-in: plain HTML, with a script only where the account has a passkey. A rejected
 * code is forwarded here. The pages show nothing of the portal and work only with a half sign-in in the session.
 */
@Controller
class CodePage {
    static final String ADDRESS = "/login/code";
    static final String ASKED = "/login/passkey/asked";
    static final String SET_UP = "/login/set-up";

    private static final String OVER = "redirect:" + SignInPage.ADDRESS + "?over";

    private final CodeCheckService checks;
    private final PasskeyCheckService passkeys;
    private final PasskeySite site;
    private final SystemActor system;
    private final Clock clock;

    CodePage(CodeCheckService checks, PasskeyCheckService passkeys, PasskeySite site, SystemActor system, Clock clock) {
        this.checks = checks;
        this.passkeys = passkeys;
        this.site = site;
        this.system = system;
        this.clock = clock;
    }

    @RequestMapping(
            path = ADDRESS,
            method = {RequestMethod.GET, RequestMethod.POST})
    String enterCode(
            Model model,
            HttpServletRequest request,
            CsrfToken csrf,
            @RequestAttribute(name = SignInPage.WAIT_SECONDS, required = false) @Nullable Long wait) {
        var step = CodeStep.find(request, clock);
        if (step.isEmpty()) {
            return OVER;
        }
        if (!step.get().half().hasFactor()) {
            return "redirect:" + SET_UP;
        }
        token(model, csrf);
        var ways = system.call(() -> checks.findWays(step.get().half().account()));
        model.addAttribute("byApp", ways.byApp());
        model.addAttribute("passkeySite", ways.byPasskey() ? site.host() : null);
        model.addAttribute("byRecoveryCode", request.getParameter("recovery") != null);
        model.addAttribute("message", wait == null ? refusal(request) : SignInPage.tooMany(wait, "try again"));
        return "code";
    }

    private static @Nullable String refusal(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof CodeRefused refused
                ? refused.getMessage() + "."
                : null;
    }

    /**
     * Returns what the browser is asked to sign with a passkey: of the account whose password was right, where one was
     * entered, otherwise of anybody.
     */
    @GetMapping(path = ASKED, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> asked(HttpServletRequest request) {
        var browser = PasskeySignIn.browser(request);
        if (browser.isEmpty()) {
            return ResponseEntity.badRequest().build();
        }
        var owner = Optional.ofNullable(request.getParameter("step"))
                .flatMap(second -> CodeStep.find(request, clock))
                .filter(step -> step.half().hasFactor())
                .map(step -> step.half().account());
        return ResponseEntity.ok(system.call(() -> owner.map(account -> passkeys.askOwner(account, browser.get()))
                .orElseGet(() -> passkeys.ask(browser.get()))));
    }

    /** Goes back to the sign-in page and forgets the password that was entered. */
    @GetMapping(path = ADDRESS, params = "back")
    String back(HttpServletRequest request) {
        CodeStep.end(request);
        return "redirect:" + SignInPage.ADDRESS;
    }

    @GetMapping(SET_UP)
    String setUp(Model model, HttpServletRequest request, CsrfToken csrf) {
        return setUpPage(model, request, csrf, null);
    }

    @PostMapping(SET_UP)
    String confirm(
            Model model, HttpServletRequest request, CsrfToken csrf, @RequestParam(defaultValue = "") String code) {
        var found = CodeStep.find(request, clock).filter(step -> !step.half().hasFactor());
        if (found.isEmpty()) {
            return OVER;
        }
        var step = found.get();
        if (!step.isSetUp()) {
            try {
                step.setUp(system.call(() -> checks.setUp(step.half().account(), step.secret(), code)));
            } catch (Refused refused) {
                return setUpPage(model, request, csrf, refused.sentence() + ".");
            }
        }
        return "redirect:" + SET_UP;
    }

    private String setUpPage(Model model, HttpServletRequest request, CsrfToken csrf, @Nullable String message) {
        var found = CodeStep.find(request, clock);
        if (found.isEmpty()) {
            return OVER;
        }
        var step = found.get();
        if (step.half().hasFactor()) {
            return "redirect:" + ADDRESS;
        }
        token(model, csrf);
        if (step.isSetUp()) {
            model.addAttribute("codes", step.recoveryCodes());
            return "recovery-codes";
        }
        model.addAttribute("picture", step.secret().picture(step.half().username()));
        model.addAttribute("secret", step.secret().inGroups());
        model.addAttribute("message", message);
        return "code-set-up";
    }

    /** Reads the token before the first byte is written because it may set a cookie. */
    private static void token(Model model, CsrfToken csrf) {
        model.addAttribute("token", csrf.getToken());
        model.addAttribute("tokenName", csrf.getParameterName());
    }
}
