package io.plumbline.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.plumbline.access.ClientNetwork;
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
 * Stops guessing before a password is hashed, behind what {@link SignInArrivals} lets in. One account fails five times from
 * one network, and ten times from all that it was never signed in from. After that each such network has one try, and
 * the next in three minutes: a crowd of strangers is slowed down, and nobody is locked out. On a device that knows the
 * account the person tries in peace, whatever others do.
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
    private final KnownDevices devices;

    SignInLimits(KnownDevices devices) {
        this.devices = devices;
    }

    /** An account and from where it is tried: a device that knows it, or else a network. */
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
        var account = account(request);
        return new Place(
                account,
                devices.of(request, account)
                        .map(DEVICE::concat)
                        .orElseGet(() -> ClientNetwork.of(request.getRemoteAddr())));
    }

    private static String account(HttpServletRequest request) {
        // a store may take names for the same that differ in accents or in what nobody sees
        var account = Normalizer.normalize(String.valueOf(request.getParameter("username")), Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}._@-]", "");
        return account.substring(0, Math.min(account.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SignInArrivals.isTry(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // taken before the password is looked at, so that guesses sent all at once do not slip through
        var nanos = take(place(request), request);
        if (nanos == 0) {
            chain.doFilter(request, response);
            return;
        }
        SignInArrivals.tell(nanos, request, response);
        request.getRequestDispatcher(SignInPage.ADDRESS).forward(request, response);
    }

    /** Takes one try; the nanoseconds to wait where none is left. */
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

    /** Forgets the failures of an account at a place, and knows its device: its person has signed in. */
    void succeeded(HttpServletRequest request, HttpServletResponse response) {
        var place = place(request);
        places.invalidate(place);
        giveBackOfAll(place, request);
        devices.remember(request, response, account(request));
    }

    /** Gives a try back whose password was not looked at. */
    void notLookedAt(HttpServletRequest request) {
        var place = place(request);
        places.get(place, p -> tries(FAILURES)).addTokens(1);
        giveBackOfAll(place, request);
    }

    /** What was no failure counts for nobody: whoever signs in on many new devices is no crowd of strangers. */
    private void giveBackOfAll(Place place, HttpServletRequest request) {
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
