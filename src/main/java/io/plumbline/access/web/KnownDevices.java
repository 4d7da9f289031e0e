package io.plumbline.access.web;

import io.plumbline.shared.Routes;
import io.plumbline.shared.signing.KeyedHash;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Remembers for ninety days the browsers on which an account was signed in, in a signed cookie. The cookie grants no
 * access: it only keeps the owner's attempts apart from those of others who guess. One browser can know several
 * accounts, with one cookie each.
 */
@Component
class KnownDevices {
    private static final Duration KNOWN = Duration.ofDays(90);
    private static final Duration OF_STAFF = Duration.ofHours(24);
    private static final String SIGNED = "known-device";
    private static final String STAFF_SIGNED = "staff-browser";
    private static final String STAFF_COOKIE = "staff-browser";
    private static final String NAMED = "known-device-name";
    private static final int NAME_BYTES = 6;
    private static final int NUMBER_BYTES = 16;
    private static final int CONTENT_BYTES = Long.BYTES + NUMBER_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hashes;
    private final Clock clock;

    KnownDevices(KeyedHash hashes, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Returns the device that a request comes from, if the account was signed in on it before.
     *
     * @param account the normalized user name
     */
    Optional<String> findDevice(HttpServletRequest request, String account) {
        var name = cookieOf(account);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .flatMap(value -> read(value, account).stream())
                .findFirst();
    }

    private Optional<String> read(String value, String account) {
        try {
            var all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
            if (all.remaining() <= CONTENT_BYTES) {
                return Optional.empty();
            }
            var content = new byte[CONTENT_BYTES];
            all.get(content);
            var signature = new byte[all.remaining()];
            all.get(signature);
            var isOurs = MessageDigest.isEqual(signature, signature(content, account));
            var until = ByteBuffer.wrap(content).getLong();
            return isOurs && until > clock.millis()
                    ? Optional.of(HexFormat.of().formatHex(content, Long.BYTES, CONTENT_BYTES))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Remembers the browser; a browser that is already known keeps its device number. */
    void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        var number = findDevice(request, account).map(HexFormat.of()::parseHex).orElseGet(this::next);
        var content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(clock.instant().plus(KNOWN).toEpochMilli())
                .put(number)
                .array();
        var signature = signature(content, account);
        var all = ByteBuffer.allocate(content.length + signature.length)
                .put(content)
                .put(signature);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(
                                cookieOf(account),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(all.array()))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(SignInPage.ADDRESS)
                        .maxAge(KNOWN)
                        .build()
                        .toString());
    }

    /**
     * Remembers for 24 hours that staff signed in on the browser, in a signed cookie that only the pages of online intakes
     * get. It names nobody.
     */
    void rememberStaff(HttpServletRequest request, HttpServletResponse response) {
        var until = clock.instant().plus(OF_STAFF).toEpochMilli();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(STAFF_COOKIE, until + "." + staffSignature(until))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/" + Routes.ONLINE_INTAKE)
                        .maxAge(OF_STAFF)
                        .build()
                        .toString());
    }

    /** Returns whether staff signed in on the browser in the last 24 hours. */
    boolean isOfStaff(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(STAFF_COOKIE))
                .map(cookie -> cookie.getValue().split("\\.", -1))
                .anyMatch(parts -> parts.length == 2 && parts[0].matches("\\d{1,15}") && isOfStaff(parts));
    }

    private boolean isOfStaff(String[] parts) {
        var until = Long.parseLong(parts[0]);
        return until > clock.millis()
                && MessageDigest.isEqual(
                        staffSignature(until).getBytes(StandardCharsets.US_ASCII),
                        parts[1].getBytes(StandardCharsets.UTF_8));
    }

    private String staffSignature(long until) {
        return HexFormat.of().formatHex(hashes.hash(STAFF_SIGNED, String.valueOf(until)));
    }

    private byte[] next() {
        var number = new byte[NUMBER_BYTES];
        random.nextBytes(number);
        return number;
    }

    private byte[] signature(byte[] content, String account) {
        return hashes.hash(SIGNED, HexFormat.of().formatHex(content) + " " + account);
    }

    /** The cookie's name does not reveal the account. */
    private String cookieOf(String account) {
        return "device-" + HexFormat.of().formatHex(hashes.hash(NAMED, account), 0, NAME_BYTES);
    }
}
