package io.plumbline.uidl;

import java.io.IOException;

/** The portal went away before its answer was whole: nobody knows whether it did what it was asked. */
public final class PortalLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortalLost(String asked, IOException cause) {
        super("The portal was lost at " + asked, cause);
    }
}
