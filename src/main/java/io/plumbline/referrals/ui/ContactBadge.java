package io.plumbline.referrals.ui;

import io.plumbline.referrals.ContactService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class ContactBadge implements NavBadge {
    private final ContactService contacts;

    ContactBadge(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public String place() {
        return Routes.CONTACTS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(contacts.countActive(), "Active contacts.");
    }
}
