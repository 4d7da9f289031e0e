package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.access.ClientNetwork;
import io.plumbline.access.RefusedRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits password guessing before a password is hashed, after {@link SignInArrivals}. An account may fail five times
 * from one network, and ten times in total from places where it was never signed in. After that each such network gets
 * one attempt every three minutes: this slows an attack from many addresses without locking anybody out. On a known
 * device, the owner's attempts are limited separately, whatever others do.
 *
 * <p>Codes of the second step are counted apart, so that they lock nobody out of entering a password: five wrong ones
 * from one place, and ten in total from places where the account was never signed in. Who guesses codes knows the
 * password, so no new place has a code of its own beyond the ten.
 */
class SignInLimits extends OncePerRequestFilter {
    private static final int FAILURES = 5;
    private static final int FAILURES_OF_STRANGERS = 10;
    private static final int LONGEST_NAME = 60;
    private static final Duration FAILURES_FORGOTTEN = Duration.ofMinutes(15);
    private static final String DEVICE = "device ";
    private static final String TAKEN_OF_ALL = SignInLimits.class.getName() + ".takenOfAll";

    private final Cache<Place, Bucket> places = forgetful();
    private final Cache<String, Bucket> strangers = forgetful();
    private final Cache<Place, Bucket> codePlaces = forgetful();
    private final Cache<String, Bucket> codesOfStrangers = forgetful();
    private final RefusedRequests passwords = new RefusedRequests("passwords for one account");
    private final RefusedRequests codes = new RefusedRequests("sign-in codes for one account");
    private final KnownDevices devices;

    SignInLimits(KnownDevices devices) {
        this.devices = devices;
    }

    /** An account and the source of an attempt: a known device, or otherwise a network. */
    private record Place(String account, String from) {
        boolean isKnown() {
            return from.startsWith(DEVICE);
        }
    }

    private static <K> Cache<K, Bucket> forgetful() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(FAILURES_FORGOTTEN)
                .build();
    }

    private Place place(HttpServletRequest request) {
        return place(request, account(request));
    }

    private Place place(HttpServletRequest request, String account) {
        return new Place(
                account,
                devices.findDevice(request, account)
                        .map(DEVICE::concat)
                        .orElseGet(() -> ClientNetwork.of(request.getRemoteAddr())));
    }

    private static String account(HttpServletRequest request) {
        return normalized(String.valueOf(request.getParameter("username")));
    }

    private static String normalized(String username) {
        // some databases treat names as equal that differ only in accents or invisible characters
        var account = Normalizer.normalize(username, Form.NFKD).replaceAll("[^\\p{L}\\p{N}._@-]", "");
        return account.substring(0, Math.min(account.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SignInArrivals.isTry(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // taken before the password is checked, so that parallel guesses cannot bypass the limit
        var nanos = take(place(request), request);
        if (nanos == 0) {
            chain.doFilter(request, response);
            return;
        }
        passwords.refused(request.getRemoteAddr());
        SignInArrivals.tell(nanos, request, response);
        request.getRequestDispatcher(SignInPage.ADDRESS).forward(request, response);
    }

    /** Takes one attempt; returns the nanoseconds to wait, or 0 if the attempt is allowed. */
    private long take(Place place, HttpServletRequest request) {
        var own = places.get(place, p -> tries(FAILURES));
        var taken = own.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed() || place.isKnown()) {
            return taken.getNanosToWaitForRefill();
        }
        var all = strangers
                .get(place.account(), a -> tries(FAILURES_OF_STRANGERS))
                .tryConsumeAndReturnRemaining(1);
        var isFirstHere = taken.getRemainingTokens() == FAILURES - 1;
        request.setAttribute(TAKEN_OF_ALL, all.isConsumed());
        if (all.isConsumed() || isFirstHere) {
            return 0;
        }
        own.addTokens(1);
        return all.getNanosToWaitForRefill();
    }

    /** Resets the failures of an account at a source and remembers the device after a successful sign-in. */
    void succeeded(HttpServletRequest request, HttpServletResponse response) {
        var place = place(request);
        places.invalidate(place);
        refundAll(place, request);
        devices.remember(request, response, account(request));
    }

    /** Takes one attempt at the second step; returns the nanoseconds to wait, or 0 if the attempt is allowed. */
    long takeCode(HttpServletRequest request, String username) {
        var nanos = takeCode(place(request, normalized(username)));
        if (nanos > 0) {
            codes.refused(request.getRemoteAddr());
        }
        return nanos;
    }

    private long takeCode(Place place) {
        var own = codePlaces.get(place, p -> tries(FAILURES));
        var taken = own.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed() || place.isKnown()) {
            return taken.getNanosToWaitForRefill();
        }
        var all = codesOfStrangers
                .get(place.account(), a -> tries(FAILURES_OF_STRANGERS))
                .tryConsumeAndReturnRemaining(1);
        if (!all.isConsumed()) {
            own.addTokens(1);
        }
        return all.getNanosToWaitForRefill();
    }

    /** Takes one try at the locked screen of an account; those of its sign-in count together with it. */
    long takeUnlock(HttpServletRequest request, String username) {
        return take(place(request, normalized(username)), request);
    }

    /** Returns a try at a locked screen that was not looked at. */
    void giveBackUnlock(HttpServletRequest request, String username) {
        var place = place(request, normalized(username));
        places.get(place, p -> tries(FAILURES)).addTokens(1);
        refundAll(place, request);
    }

    /** Forgets the wrong tries at a locked screen. */
    void unlocked(HttpServletRequest request, String username) {
        var place = place(request, normalized(username));
        places.invalidate(place);
        refundAll(place, request);
    }

    /** Resets the failures after a right code and remembers the device. */
    void codeSucceeded(HttpServletRequest request, HttpServletResponse response, String username) {
        var account = normalized(username);
        var place = place(request, account);
        places.invalidate(place);
        codePlaces.invalidate(place);
        if (!place.isKnown()) {
            codesOfStrangers.get(account, a -> tries(FAILURES_OF_STRANGERS)).addTokens(1);
        }
        devices.remember(request, response, account);
    }

    /** Returns an attempt that was no failure: the password was right or not checked. */
    void giveBack(HttpServletRequest request) {
        var place = place(request);
        places.get(place, p -> tries(FAILURES)).addTokens(1);
        refundAll(place, request);
    }

    /** Only failures count toward the account's total: a person who signs in on many new devices is not an attack. */
    private void refundAll(Place place, HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(TAKEN_OF_ALL))) {
            strangers.get(place.account(), a -> tries(FAILURES_OF_STRANGERS)).addTokens(1);
        }
    }

    private static Bucket tries(int failures) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, FAILURES_FORGOTTEN))
                .build();
    }
}
