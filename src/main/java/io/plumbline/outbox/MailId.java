package io.plumbline.outbox;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a mail in the outbox. */
public record MailId(UUID value) implements Id {
    static MailId next() {
        return new MailId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
