package io.plumbline.uidl;

/** The portal answered, but not with what was asked: a wrong password, an error, a session that has ended. */
public final class PortalRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortalRefused(String sentence) {
        super(sentence);
    }
}
