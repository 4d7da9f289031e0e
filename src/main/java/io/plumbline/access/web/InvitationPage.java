package io.plumbline.access.web;

import io.plumbline.access.LinkLimits;
import io.plumbline.access.SystemActor;
import io.plumbline.access.accounts.LinkHolder;
import io.plumbline.access.accounts.LinkOver;
import io.plumbline.access.accounts.OneTimeLinkService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.StaleVersion;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of a one-time link: plain HTML without script or session. Viewing it does not use up the link, because mail
 * programs and browsers prefetch pages; only submitting the form does. It needs no CSRF token because the form can be
 * sent only with the link's token.
 */
@Controller
@RequestMapping(InvitationPage.ADDRESS)
class InvitationPage {
    static final String ADDRESS = "/" + Routes.INVITATION + "/{token}";

    private final OneTimeLinkService links;
    private final SystemActor system;

    InvitationPage(OneTimeLinkService links, SystemActor system) {
        this.links = links;
        this.system = system;
    }

    /** The submitted values, apart from the password. */
    record Typed(String username, String displayName) {}

    @GetMapping
    String form(
            @PathVariable String token,
            @RequestAttribute(name = LinkLimits.WAIT_SECONDS, required = false) @Nullable Long wait,
            HttpServletResponse response,
            Model model) {
        if (wait != null) {
            return tooMany(wait, response, model);
        }
        return page(token, new Typed("", ""), null, model);
    }

    @PostMapping
    String send(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            @RequestAttribute(name = LinkLimits.WAIT_SECONDS, required = false) @Nullable Long wait,
            HttpServletResponse response,
            Model model) {
        if (wait != null) {
            return tooMany(wait, response, model);
        }
        try {
            system.run(() -> {
                if (links.holder(token).isFirstAdministrator()) {
                    links.becomeFirstAdministrator(token, username, displayName, password, repeated);
                } else {
                    links.choosePassword(token, password, repeated);
                }
            });
            return "redirect:" + SignInPage.ADDRESS + "?chosen";
        } catch (Refused refused) {
            return page(token, new Typed(username, displayName), refused, model);
        }
    }

    @ExceptionHandler({
        LinkOver.class,
        // two simultaneous submissions: one succeeds
        StaleVersion.class,
        DataIntegrityViolationException.class
    })
    String over(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return end(
                "This link does not work",
                "A link works once, within 30 minutes, and only the newest link is valid. Ask your administrator for a"
                        + " new one. If you have already chosen your password, sign in with it.",
                model);
    }

    private static String tooMany(long seconds, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        return end(
                "Too many attempts",
                "Wait " + (seconds == 1 ? "1 second" : seconds + " seconds") + ", then open the link again.",
                model);
    }

    private static String end(String title, String sentence, Model model) {
        model.addAttribute("title", title);
        model.addAttribute("sentence", sentence);
        return "invitation-over";
    }

    private String page(String token, Typed typed, @Nullable Refused refused, Model model) {
        LinkHolder holder = system.call(() -> links.holder(token));
        model.addAttribute("holder", holder);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "wrong",
                refused == null || refused.field() == null
                        ? ""
                        : refused.field().name());
        model.addAttribute("message", refused == null ? null : refused.sentence());
        return "invitation";
    }
}
