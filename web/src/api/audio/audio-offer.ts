/** What the server speaks (RFC 3551 §4.5.14) and the keys (RFC 4733); the browser's other codecs would only lengthen the offer. */
const codecs = ['audio/pcma', 'audio/pcmu', 'audio/telephone-event'];
const gathering = 1500;

/** One two-way audio line with the microphone on it. The server is the ICE-lite side (RFC 8445 §2.5), so no other server is asked for an address. */
export function audioPeer(microphone: MediaStream): RTCPeerConnection {
  const peer = new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' });
  for (const track of microphone.getAudioTracks()) {
    const line = peer.addTransceiver(track, { direction: 'sendrecv', streams: [microphone] });
    const known = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
    const wanted = known.filter((codec) => codecs.includes(codec.mimeType.toLowerCase()) && codec.clockRate === 8000);
    if (wanted.length > 0) {
      line.setCodecPreferences(wanted);
    }
  }
  return peer;
}

/** Makes the offer and waits until the browser knows its own addresses, at most a moment: the answer comes in one round trip. */
export async function describeLocally(peer: RTCPeerConnection): Promise<string> {
  await peer.setLocalDescription(await peer.createOffer());
  if (peer.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      const enough = setTimeout(resolve, gathering);
      peer.addEventListener('icegatheringstatechange', () => {
        if (peer.iceGatheringState === 'complete') {
          clearTimeout(enough);
          resolve();
        }
      });
    });
  }
  return peer.localDescription?.sdp ?? '';
}

/** Why no microphone could be had: the person (or a policy) said no, or there is none to use. */
export function microphoneTrouble(error: unknown): 'refused' | 'noMicrophone' {
  const none = ['NotFoundError', 'NotReadableError', 'OverconstrainedError'];
  return error instanceof DOMException && none.includes(error.name) ? 'noMicrophone' : 'refused';
}

/** Plays what is held back until the person touches the page; true when sound is heard. */
export async function startSound(element: HTMLMediaElement): Promise<boolean> {
  try {
    await element.play();
    return true;
  } catch (error) {
    // Anything but the browser's veto is a stream that ended meanwhile.
    return !(error instanceof DOMException && error.name === 'NotAllowedError');
  }
}
