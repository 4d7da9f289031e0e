package io.plumbline.access.lock;

import jakarta.servlet.http.HttpServletRequest;

/** Limits the tries at a locked screen as those of a sign-in. Implemented by {@code access.web}. */
public interface UnlockLimits {
    /**
     * Takes one try.
     *
     * @throws io.plumbline.shared.Refused if there were too many, with how long to wait
     */
    void takeTry(HttpServletRequest request, String username);

    /** Returns a try that was not looked at. */
    void giveBack(HttpServletRequest request, String username);

    /** Forgets the wrong tries, and starts the idle timer of the session over. */
    void succeeded(HttpServletRequest request, String username);
}
