package io.plumbline.access.web;

import io.plumbline.access.factors.PasskeySite;
import io.plumbline.access.signin.PasskeyRefused;
import io.plumbline.access.signin.PasswordNotLookedAt;
import io.plumbline.access.signin.ProviderRefused;
import io.plumbline.access.sso.SingleSignOn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page: plain HTML without session, with a script for passkeys alone. A rejected POST is forwarded here so
 * that the user name stays filled in.
 */
@Controller
class SignInPage {
    static final String ADDRESS = "/login";
    static final String WAIT_SECONDS = "io.plumbline.signInWait";

    private final PasskeySite site;
    private final SingleSignOn sso;

    SignInPage(PasskeySite site, SingleSignOn sso) {
        this.site = site;
        this.sso = sso;
    }

    @RequestMapping(
            path = {ADDRESS, PasskeySignIn.ADDRESS},
            method = {RequestMethod.GET, RequestMethod.POST})
    String page(
            Model model,
            HttpServletRequest request,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String username,
            @RequestAttribute(name = WAIT_SECONDS, required = false) @Nullable Long wait) {
        // read before the first byte is written because it may set a cookie
        model.addAttribute("token", csrf.getToken());
        model.addAttribute("tokenName", csrf.getParameterName());
        model.addAttribute("passkeySite", site.host());
        model.addAttribute("username", username);
        model.addAttribute("provider", sso.isOn() ? sso.name() : null);
        model.addAttribute("providerAddress", SingleSignOn.START);
        model.addAttribute("isLocal", sso.isLocalSignInOn() || isLocalAsked(request));
        model.addAttribute("message", message(request, wait));
        return "login";
    }

    /** Where only the local administrator has a password here, the form is on a page of its own. */
    private static boolean isLocalAsked(HttpServletRequest request) {
        return request.getParameter("local") != null
                || request.getMethod().equals(HttpMethod.POST.name())
                        && request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) != null;
    }

    private static @Nullable String message(HttpServletRequest request, @Nullable Long wait) {
        if (wait != null) {
            return tooMany(wait, "sign in again");
        }
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof PasswordNotLookedAt busy) {
            return busy.getMessage() + ".";
        }
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof PasskeyRefused refused) {
            return refused.getMessage() + ".";
        }
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof ProviderRefused refused) {
            return refused.getMessage() + ".";
        }
        if (request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) != null) {
            return "Incorrect user name or password. Check both and try again.";
        }
        if (request.getParameter("ended") != null) {
            return "Your session has ended. Sign in to continue where you were.";
        }
        if (request.getParameter("over") != null) {
            return "The sign-in took too long. Enter your password again.";
        }
        if (request.getParameter("codes") != null) {
            return "Too many wrong codes. Enter your password again.";
        }
        if (request.getParameter("elsewhere") != null) {
            return "You were signed out here because you signed in from too many other places. Sign in to continue where you"
                    + " were.";
        }
        if (request.getParameter("longest") != null) {
            return "You were signed out because you had been signed in for the longest time allowed. Sign in to continue where"
                    + " you were.";
        }
        if (request.getParameter("chosen") != null) {
            return "Your password is saved. Sign in with it.";
        }
        return request.getParameter("out") == null ? null : "You are signed out.";
    }

    /**
     * Returns how long to wait.
     *
     * @param seconds the time to wait
     * @param then what to do after it
     */
    static String tooMany(long seconds, String then) {
        var minutes = Duration.ofSeconds(seconds + 59).toMinutes();
        var time = seconds == 1 ? "1 second" : seconds < 90 ? seconds + " seconds" : minutes + " minutes";
        return "Too many attempts. Wait " + time + ", then " + then + ".";
    }
}
