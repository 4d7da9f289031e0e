package io.plumbline.access.sso;

import io.plumbline.shared.signing.KeyedHash;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Begins ways to the provider and takes them up again. What must be compared lies encrypted in a cookie of the browser, so
 * that nobody needs a session before the sign-in and any node can go on.
 */
@Component
class SsoRounds {
    static final String COOKIE = "sso";

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String PURPOSE = "single sign-on round";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash keys;
    private final Clock clock;

    SsoRounds(KeyedHash keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Begins a round; a second one in the same browser takes the place of the first. */
    SsoRound begin(
            HttpServletRequest request, HttpServletResponse response, SsoRound.Purpose purpose, @Nullable UUID staff) {
        var round = new SsoRound(
                secret(), secret(), secret(), clock.instant().truncatedTo(ChronoUnit.MILLIS), purpose, staff);
        response.addCookie(cookie(request, encrypt(round.written()), (int) LASTS.toSeconds()));
        return round;
    }

    /** Returns the round of a browser and ends it; empty if there is none, it is too old, or the cookie is not ours. */
    Optional<SsoRound> end(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        response.addCookie(cookie(request, "", 0));
        return decrypt(cookie.getValue())
                .flatMap(SsoRound::read)
                .filter(round -> round.startedAt().plus(LASTS).isAfter(clock.instant()));
    }

    /** SameSite=Lax: the browser sends it when the provider leads it back, and to no page of another site. */
    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String encrypt(String text) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> decrypt(String value) {
        try {
            var all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
            if (all.remaining() <= NONCE_BYTES) {
                return Optional.empty();
            }
            var nonce = new byte[NONCE_BYTES];
            all.get(nonce);
            var encrypted = new byte[all.remaining()];
            all.get(encrypted);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(keys.hash(PURPOSE, ""), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
