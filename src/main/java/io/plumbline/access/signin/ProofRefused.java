package io.plumbline.access.signin;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;

/** A signed-in user gave a wrong password when signing a record. */
record ProofRefused(StaffId account) implements Recorded {
    @Override
    public String kind() {
        return "signature.refused";
    }

    @Override
    public UUID subject() {
        return account.value();
    }

    @Override
    public String detail() {
        return "wrong password";
    }
}
