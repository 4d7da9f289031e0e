package io.plumbline.access.sso;

import io.plumbline.access.signin.ProviderRefused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The page after a signed-in person went to the provider, in a window of its own: the screen that asked stays open. */
@Controller
class SsoPage {
    private static final String REFUSAL = "io.plumbline.ssoRefusal";

    private final SingleSignOn sso;

    SsoPage(SingleSignOn sso) {
        this.sso = sso;
    }

    static void show(ProviderRefused refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(REFUSAL, refusal.getMessage());
        request.getRequestDispatcher(SingleSignOn.DONE).forward(request, response);
    }

    @GetMapping(SingleSignOn.DONE)
    String page(
            Model model,
            HttpServletRequest request,
            @RequestAttribute(name = REFUSAL, required = false) @Nullable String refusal) {
        model.addAttribute("refusal", refusal == null ? null : refusal + ".");
        model.addAttribute("isConnected", request.getParameter("connected") != null);
        model.addAttribute("provider", sso.name());
        return "sso-done";
    }
}
