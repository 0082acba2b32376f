## Likely the same person: a reviewer decides

likely-title = Likely the same person
likely-lead = Both count until one of you has looked. Father and son, twins and namesakes are neighbors, not duplicates: leave a signature out only if you are sure.
likely-count = { $count ->
    [one] { $count } pair waits for you.
   *[other] { $count } pairs wait for you.
}
likely-shown = The first { $shown } are shown; the rest follow as you decide.
likely-caption = Pairs of signatures that are likely one person's
likely-column-first = Came first
likely-column-later = Came later
likely-two = Two people
likely-two-for = Two people: both { $first } and { $later } count
likely-same = Same person
likely-same-for = Same person: leave out { $later }, who came later; { $first } stands
likely-done-two = { $count ->
    [0] Nothing was changed.
   *[other] Both count, and are not asked about again.
}
likely-done-same = { $count ->
    [0] Nothing was changed.
   *[other] The later signature is left out.
}
exclusions-found-likely = { $count ->
    [one] { $count } pair is likely one person and waits for you.
   *[other] { $count } pairs are likely one person and wait for you.
}
preflight-likely = { $count ->
    [one] { $count } pair of signatures is likely one person, and nobody has looked. Both count in the packet.
   *[other] { $count } pairs of signatures are likely one person, and nobody has looked. All of them count in the packet.
}
preflight-comments = { $count ->
    [one] { $count } comment has not been read, and is not in the packet.
   *[other] { $count } comments have not been read, and are not in the packet.
}
