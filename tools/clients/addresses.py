"""Which addresses of the network may be connected to when a stranger named the host: public ones alone."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Ranges of IPv6 that carry an address of IPv4 in their last 32 bits.
CARRIERS = tuple(IPv6Network(net) for net in ("::ffff:0:0/96", "::/96", "64:ff9b::/96", "::ffff:0:0:0/96"))
# Ranges that lead into a local network, or through somebody's tunnel.
TUNNELS = tuple(IPv6Network(net) for net in ("64:ff9b:1::/48", "2001::/32", "2002::/16", "fec0::/10"))


def is_public(text: str) -> bool:
    """Whether an address, as the resolver wrote it, is one of the public network."""
    try:
        address = ip_address(text)
    except ValueError:
        return False  # with a scope ("fe80::1%eth0") it is local
    if isinstance(address, IPv6Address):
        if any(address in net for net in CARRIERS):
            return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
        if any(address in net for net in TUNNELS):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
