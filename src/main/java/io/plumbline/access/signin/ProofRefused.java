package io.plumbline.access.signin;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/**
 * A signed-in user gave a wrong password, PIN or passkey before signing a record or another sensitive action.
 *
 * @param why the cause in a few words
 */
@StoredKind("signature.refused")
public record ProofRefused(StaffId account, String why) implements Recorded {
    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return why;
    }
}
