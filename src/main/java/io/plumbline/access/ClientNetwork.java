package io.plumbline.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who counts as one where tries are counted by address. */
public final class ClientNetwork {
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * The address itself, of IPv6 its network of 64 bits: who has one of its addresses has all of them.
     *
     * @param address as the connection or a trusted proxy names it; what is no address is its own network
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
