package io.plumbline.access.factors;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The app on a phone, for tests: it knows a secret and shows codes. */
public final class FactorSteps {
    private FactorSteps() {}

    /** The code that an app with this secret shows at an instant. */
    public static String codeAt(FactorSecret secret, Instant at) {
        return TOTPGenerator.withDefaultValues(secret.base32().getBytes(StandardCharsets.US_ASCII))
                .at(at);
    }

    /** A code that no app with this secret shows around that instant. */
    public static String wrongCodeAt(FactorSecret secret, Instant at) {
        var wrong = new AtomicReference<>("000000");
        for (int step = -11; step <= 11; step++) {
            if (codeAt(secret, at.plusSeconds(step * 30L)).equals(wrong.get())) {
                wrong.set("%06d".formatted(Integer.parseInt(wrong.get()) + 1));
                step = -12;
            }
        }
        return wrong.get();
    }

    /** The secret that a page shows in groups of four. */
    public static FactorSecret typed(String inGroups) {
        return new FactorSecret(new org.apache.commons.codec.binary.Base32().decode(inGroups.replace(" ", "")));
    }
}
