package io.plumbline.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Groups client addresses for rate limits. */
public final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * Returns the IPv4 address itself, or the 64-bit network of an IPv6 address, because a client controls all
     * addresses of its network.
     *
     * @param address as given by the connection or a trusted proxy; text that is not an address is returned unchanged
     */
    public static String of(String address) {
        try {
            var ip = InetAddress.ofLiteral(address);
            return ip instanceof Inet6Address
                    ? HexFormat.of().formatHex(ip.getAddress(), 0, NETWORK_BYTES)
                    : ip.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
